// The interface's texts at run time. `t('area.key')` is typed by the Chinese texts, placeholders included.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../shared/i18n/en/index.ts';
import { zhCN } from '../shared/i18n/zh-CN/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN };
  }
}

void i18next.use(initReactI18next).init({
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  load: 'currentOnly',
  // The texts are compiled in, so nothing has to wait for them.
  initAsync: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});
