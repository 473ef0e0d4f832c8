// A page on A4 with its tools: printed as it is, or saved as a PDF where the person says.
//   <PrintedPage title={…} hint={…} query={…} save={{ label, run, saved }}>{(data) => <Sheet … />}</PrintedPage>
// The screen brings the style of its sheet (standard/print.css).
import { PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../failure.ts';
import { Loaded } from '../states.tsx';
import { BackButton } from './BackButton.tsx';

interface PrintedPageProps<T> {
  readonly title: string;
  readonly hint: string;
  readonly query: UseQueryResult<T>;
  readonly save: {
    readonly label: string;
    /** The path, null when the dialog was closed. */
    readonly run: () => Promise<{ readonly path: string | null }>;
    readonly saved: (path: string) => string;
  };
  readonly children: (data: T) => ReactNode;
}

export function PrintedPage<T>({ title, hint, query, save, children }: PrintedPageProps<T>) {
  const { t } = useTranslation();
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
        <Button className="checklist-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
        <Button icon={<SaveOutlined />} loading={saving} disabled={!query.data} onClick={() => void saveIt()}>
          {save.label}
        </Button>
      </div>
      <Loaded query={query}>{children}</Loaded>
    </div>
  );
}
