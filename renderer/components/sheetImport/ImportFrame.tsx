// Import of a workbook in four steps: file, columns, check, done. Nothing is written before the last, and then all or nothing.
import { Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../Page.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { BackButton } from '../record/BackButton.tsx';
import './sheetImport.css';

type Step<File, Choice, Preview, Counts> =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly file: File; readonly choice: Choice | null }
  | { readonly at: 'preview'; readonly file: File; readonly choice: Choice; readonly preview: Preview }
  | { readonly at: 'done'; readonly counts: Counts };

const STEPS = ['file', 'columns', 'preview', 'done'] as const;

export interface ImportFrameProps<File, Choice, Preview, Counts> {
  readonly title: string;
  readonly file: (onFile: (file: File) => void) => ReactNode;
  readonly columns: (step: {
    readonly file: File;
    readonly before: Choice | null;
    readonly onBack: () => void;
    readonly onPreview: (choice: Choice, preview: Preview) => void;
  }) => ReactNode;
  readonly preview: (step: {
    readonly preview: Preview;
    readonly onBack: () => void;
    readonly onDone: (counts: Counts) => void;
  }) => ReactNode;
  readonly done: (step: { readonly counts: Counts; readonly onAgain: () => void }) => ReactNode;
}

export function ImportFrame<File extends { readonly name: string }, Choice, Preview, Counts>(
  props: ImportFrameProps<File, Choice, Preview, Counts>,
) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step<File, Choice, Preview, Counts>>({ at: 'file' });
  const body = () => {
    switch (step.at) {
      case 'file':
        return props.file((file) => setStep({ at: 'columns', file, choice: null }));
      case 'columns':
        return props.columns({
          file: step.file,
          before: step.choice,
          onBack: () => setStep({ at: 'file' }),
          onPreview: (choice, preview) => setStep({ at: 'preview', file: step.file, choice, preview }),
        });
      case 'preview':
        return props.preview({
          preview: step.preview,
          onBack: () => setStep({ at: 'columns', file: step.file, choice: step.choice }),
          onDone: (counts) => setStep({ at: 'done', counts }),
        });
      case 'done':
        return props.done({ counts: step.counts, onAgain: () => setStep({ at: 'file' }) });
    }
  };
  return (
    <Page fill>
      <PageHeader
        title={
          <>
            <BackButton /> {props.title}
          </>
        }
        detail={step.at === 'columns' || step.at === 'preview' ? step.file.name : undefined}
      />
      <Steps
        className="import-steps"
        size="small"
        current={STEPS.indexOf(step.at)}
        items={STEPS.map((at) => ({ title: t(`sheetImport.step.${at}`) }))}
      />
      {body()}
    </Page>
  );
}
