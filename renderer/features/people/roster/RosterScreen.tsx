// Import of a roster in four steps: file, columns, check, done. Nothing is written before the last, and then all or nothing.
import { Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterChoice, RosterCounts, RosterFile, RosterPreview } from '../../../../shared/contract/roster.ts';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { BackButton } from '../../../components/record/BackButton.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import '../people.css';

type Step =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly file: RosterFile; readonly choice: RosterChoice | null }
  | {
      readonly at: 'preview';
      readonly file: RosterFile;
      readonly choice: RosterChoice;
      readonly preview: RosterPreview;
    }
  | { readonly at: 'done'; readonly counts: RosterCounts };

const STEPS = ['file', 'columns', 'preview', 'done'] as const;

export function RosterScreen() {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ at: 'file' });
  const body = () => {
    switch (step.at) {
      case 'file':
        return <FileStep onFile={(file) => setStep({ at: 'columns', file, choice: null })} />;
      case 'columns':
        return (
          <ColumnsStep
            file={step.file}
            before={step.choice}
            onBack={() => setStep({ at: 'file' })}
            onPreview={(choice, preview) => setStep({ at: 'preview', file: step.file, choice, preview })}
          />
        );
      case 'preview':
        return (
          <PreviewStep
            preview={step.preview}
            onBack={() => setStep({ at: 'columns', file: step.file, choice: step.choice })}
            onDone={(counts) => setStep({ at: 'done', counts })}
          />
        );
      case 'done':
        return <DoneStep counts={step.counts} onAgain={() => setStep({ at: 'file' })} />;
    }
  };
  const detail = step.at === 'columns' || step.at === 'preview' ? step.file.name : undefined;
  return (
    <Page fill>
      <PageHeader
        title={
          <>
            <BackButton /> {t('people.roster.title')}
          </>
        }
        detail={detail}
      />
      <Steps
        className="roster-steps"
        size="small"
        current={STEPS.indexOf(step.at)}
        items={STEPS.map((at) => ({ title: t(`people.roster.step.${at}`) }))}
      />
      {body()}
    </Page>
  );
}
