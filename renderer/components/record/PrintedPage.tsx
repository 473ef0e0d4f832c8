// A page on A4 with its tools: printed as it is, or saved as a PDF where the person says. It is written in the language that is
// chosen for it, whatever the window's own is: whoever gets it reads another one, perhaps.
//   <PrintedPage title={…} hint={…} query={…} save={{ label, run, saved }}>{(data) => <Sheet … />}</PrintedPage>
// The screen brings the style of its sheet (standard/print.css).
import { PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import i18next from 'i18next';
import { useMemo, useState, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../shared/contract/vocabulary.ts';
import { useAppearance } from '../../Appearance.tsx';
import { failureText } from '../../failure.ts';
import { Loaded } from '../states.tsx';
import { BackButton } from './BackButton.tsx';

interface PrintedPageProps<T> {
  readonly title: string;
  readonly hint: string;
  readonly query: UseQueryResult<T>;
  /** In which it begins; the window's without it. */
  readonly language?: Language;
  readonly save: {
    readonly label: string;
    /** The path, null when the dialog was closed. */
    readonly run: () => Promise<{ readonly path: string | null }>;
    readonly saved: (path: string) => string;
  };
  readonly children: (data: T) => ReactNode;
}

export function PrintedPage<T>({ title, hint, query, language: first, save, children }: PrintedPageProps<T>) {
  const { t } = useTranslation();
  const { language: own } = useAppearance();
  const [language, setLanguage] = useState(first ?? own);
  const words = useMemo(() => i18next.cloneInstance({ lng: language }), [language]);
  const { message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const saveIt = async () => {
    setSaving(true);
    try {
      const { path } = await save.run();
      if (path !== null) void message.success(save.saved(path));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    setSaving(false);
  };
  return (
    <div className="checklist-page">
      <div className="checklist-tools">
        <BackButton />
        <h1>{title}</h1>
        <span>{hint}</span>
        <Segmented<Language>
          aria-label={t('frame.user.language')}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
        />
        <Button
          className="checklist-print"
          icon={<PrinterOutlined />}
          disabled={!query.data}
          onClick={() => window.print()}
        >
          {t('frame.print')}
        </Button>
        <Button icon={<SaveOutlined />} loading={saving} disabled={!query.data} onClick={() => void saveIt()}>
          {save.label}
        </Button>
      </div>
      <Loaded query={query}>
        {(data) => (
          <I18nextProvider i18n={words}>
            <div lang={language}>{children(data)}</div>
          </I18nextProvider>
        )}
      </Loaded>
    </div>
  );
}
