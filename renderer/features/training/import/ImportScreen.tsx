// Import of trainings in four steps, all of it or nothing.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportCounts, ImportPreview } from '../../../../shared/contract/responses.ts';
import type { TrainingChoice, TrainingImportFile } from '../../../../shared/contract/trainingImport.ts';
import { TRAINING_COLUMNS, type TrainingField } from '../../../../shared/contract/trainingWords.ts';
import { TRAINING_HEADERS, TRAINING_REQUIRED } from '../../../../shared/domain/training/importHeaders.ts';
import { api, client } from '../../../client.ts';
import { ColumnsStep, type ColumnsChoice } from '../../../components/sheetImport/ColumnsStep.tsx';
import { DoneStep } from '../../../components/sheetImport/DoneStep.tsx';
import { FileStep } from '../../../components/sheetImport/FileStep.tsx';
import { ImportFrame } from '../../../components/sheetImport/ImportFrame.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { ImportPreviewStep } from './ImportPreviewStep.tsx';

function PickStep({ onFile }: { readonly onFile: (file: TrainingImportFile) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = useTask((signal) => client.trainingImport.open(undefined, { signal }));
  const { error, isPending, mutate } = useMutation(
    api.trainingImport.template.mutationOptions({
      onSuccess: ({ path }) => {
        if (path !== null) void message.success(t('sheetImport.templateSaved', { path }));
      },
    }),
  );
  const template = { error, isPending, write: () => mutate({}) };
  return <FileStep hint={t('training.import.hint')} open={open} onFile={onFile} template={template} />;
}

type Chosen = ColumnsChoice<TrainingField>;

interface MapStepProps {
  readonly file: TrainingImportFile;
  readonly before: Chosen | null;
  readonly onBack: () => void;
  readonly onPreview: (choice: Chosen, preview: ImportPreview) => void;
}

function MapStep({ file, before, onBack, onPreview }: MapStepProps) {
  const { t } = useTranslation();
  const preview = useTask((signal, choice: TrainingChoice) => client.trainingImport.preview(choice, { signal }));
  const check = async (choice: Chosen) => {
    const made = await preview.start({ fileId: file.fileId, ...choice });
    if (made) onPreview(choice, made);
  };
  return (
    <ColumnsStep
      file={file}
      fields={TRAINING_COLUMNS}
      required={TRAINING_REQUIRED}
      headers={TRAINING_HEADERS}
      label={(field) => t(`training.field.${field}`)}
      before={before}
      task={preview}
      taskTitle={t('training.import.checking')}
      onBack={onBack}
      onCheck={(choice) => void check(choice)}
    />
  );
}

export function ImportScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ImportFrame<TrainingImportFile, Chosen, ImportPreview, ImportCounts>
      title={t('training.import.title')}
      file={(onFile) => <PickStep onFile={onFile} />}
      columns={(step) => <MapStep {...step} />}
      preview={(step) => <ImportPreviewStep {...step} />}
      done={({ counts: { new: added, changed, unchanged, rejected }, onAgain }) => (
        <DoneStep
          title={t('training.import.applied', { added, changed, unchanged, rejected })}
          rejected={rejected}
          toList={{ label: t('training.import.toList'), go: () => void navigate('/training/records') }}
          onAgain={onAgain}
        />
      )}
    />
  );
}
