// Language and shade of everything below it. Both follow the settings; before sign-in they can be changed for the moment.
//   const { language, dark, setLanguage, setTheme } = useAppearance()
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import i18next from 'i18next';
import { createContext, use, useLayoutEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { AccountState, Theme } from '../shared/contract/account.ts';
import type { Language } from '../shared/contract/vocabulary.ts';
import { api, client, queryClient } from './client.ts';
import { cssVariables, isDark, themeOf } from './theme.ts';

interface Chosen {
  readonly language: Language;
  readonly theme: Theme;
}

export interface Appearance extends Chosen {
  /** The shade in force, the system's wish already followed. */
  readonly dark: boolean;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
}

const AppearanceContext = createContext<Appearance | null>(null);

/** The language and shade in force, and how to change them. */
export function useAppearance(): Appearance {
  const appearance = use(AppearanceContext);
  if (!appearance) throw new Error('useAppearance outside Appearance');
  return appearance;
}

const systemShade = window.matchMedia('(prefers-color-scheme: dark)');
const onShade = (changed: () => void) => {
  systemShade.addEventListener('change', changed);
  return () => systemShade.removeEventListener('change', changed);
};

export function Appearance({
  account,
  children,
}: {
  readonly account: AccountState | undefined;
  readonly children: ReactNode;
}) {
  const [moment, setMoment] = useState<Partial<Chosen>>({});
  const systemDark = useSyncExternalStore(onShade, () => systemShade.matches);
  const language = moment.language ?? account?.language ?? 'zh-CN';
  const theme = moment.theme ?? account?.theme ?? 'system';
  const dark = isDark(theme, systemDark);
  const signedIn = account !== undefined && account.actor !== null && !account.locked;

  useLayoutEffect(() => {
    void i18next.changeLanguage(language);
    document.documentElement.lang = language;
    document.title = i18next.t('frame.product');
  }, [language]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['shade'] = dark ? 'dark' : 'light';
    for (const [name, value] of cssVariables(dark)) root.style.setProperty(name, value);
  }, [dark]);

  const value = useMemo<Appearance>(() => {
    const choose = (change: Partial<Chosen>) => {
      setMoment((before) => ({ ...before, ...change }));
      if (!signedIn) return;
      // The screen has changed already; a setting that was not kept shows again at the next start.
      void client.settings.set(change).then((settings) => {
        queryClient.setQueryData(api.settings.get.queryKey(), settings);
      });
    };
    return {
      language,
      theme,
      dark,
      setLanguage: (chosen) => choose({ language: chosen }),
      setTheme: (chosen) => choose({ theme: chosen }),
    };
  }, [language, theme, dark, signedIn]);

  const antd = useMemo(() => themeOf(dark), [dark]);
  return (
    <AppearanceContext value={value}>
      <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={antd} button={{ autoInsertSpace: false }}>
        <AntApp className="app">{children}</AntApp>
      </ConfigProvider>
    </AppearanceContext>
  );
}
