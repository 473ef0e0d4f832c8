// Import of a sample's frame from a workbook in four steps, all of it or nothing.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import {
  FRAME_FIELDS,
  type FrameChoice,
  type FrameCounts,
  type FrameField,
  type FrameFile,
  type FramePreview,
} from '../../../../shared/contract/records.ts';
import { FRAME_HEADERS, FRAME_REQUIRED } from '../../../../shared/domain/records/frameFile.ts';
import { api, client } from '../../../client.ts';
import { ColumnsStep, type ColumnsChoice } from '../../../components/sheetImport/ColumnsStep.tsx';
import { DoneStep } from '../../../components/sheetImport/DoneStep.tsx';
import { FileStep } from '../../../components/sheetImport/FileStep.tsx';
import { ImportFrame } from '../../../components/sheetImport/ImportFrame.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { FramePreviewStep } from './FramePreviewStep.tsx';

function PickStep({ onFile }: { readonly onFile: (file: FrameFile) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = useTask((signal) => client.records.openFrame(undefined, { signal }));
  const { error, isPending, mutate } = useMutation(
    api.records.frameTemplate.mutationOptions({
      onSuccess: ({ path }) => {
        if (path !== null) void message.success(t('sheetImport.templateSaved', { path }));
      },
    }),
  );
  const template = { error, isPending, write: () => mutate(undefined) };
  return <FileStep hint={t('records.import.hint')} open={open} onFile={onFile} template={template} />;
}

type Chosen = ColumnsChoice<FrameField>;

interface MapStepProps {
  readonly sampleId: string;
  readonly file: FrameFile;
  readonly before: Chosen | null;
  readonly onBack: () => void;
  readonly onPreview: (choice: Chosen, preview: FramePreview) => void;
}

function MapStep({ sampleId, file, before, onBack, onPreview }: MapStepProps) {
  const { t } = useTranslation();
  const preview = useTask((signal, choice: FrameChoice) => client.records.previewFrame(choice, { signal }));
  const check = async (choice: Chosen) => {
    const made = await preview.start({ id: sampleId, fileId: file.fileId, ...choice });
    if (made) onPreview(choice, made);
  };
  return (
    <ColumnsStep
      file={file}
      fields={FRAME_FIELDS}
      required={FRAME_REQUIRED}
      headers={FRAME_HEADERS}
      label={(field) => t(`records.import.field.${field}`)}
      before={before}
      task={preview}
      taskTitle={t('records.import.checking')}
      onBack={onBack}
      onCheck={(choice) => void check(choice)}
    />
  );
}

export function FrameImportScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  return (
    <ImportFrame<FrameFile, Chosen, FramePreview, FrameCounts>
      key={id}
      title={t('records.import.title')}
      file={(onFile) => <PickStep onFile={onFile} />}
      columns={(step) => <MapStep sampleId={id} {...step} />}
      preview={(step) => <FramePreviewStep {...step} />}
      done={({ counts: { new: added, unchanged, rejected }, onAgain }) => (
        <DoneStep
          title={t('records.import.applied', { added, unchanged, rejected })}
          rejected={rejected}
          toList={{ label: t('records.import.toList'), go: () => void navigate(`/records/${id}`) }}
          onAgain={onAgain}
        />
      )}
    />
  );
}
