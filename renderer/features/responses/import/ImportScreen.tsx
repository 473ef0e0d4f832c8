// Import of requests, visits or figures in four steps, all of it or nothing.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import {
  RESPONSE_KINDS,
  type ImportChoice,
  type ImportCounts,
  type ImportFile,
  type ImportPreview,
  type ResponseKind,
} from '../../../../shared/contract/responses.ts';
import { IMPORT_FIELDS, IMPORT_HEADERS, REQUIRED_FIELDS } from '../../../../shared/domain/responses/importHeaders.ts';
import { api, client } from '../../../client.ts';
import { ColumnsStep, type ColumnsChoice } from '../../../components/sheetImport/ColumnsStep.tsx';
import { DoneStep } from '../../../components/sheetImport/DoneStep.tsx';
import { FileStep } from '../../../components/sheetImport/FileStep.tsx';
import { ImportFrame } from '../../../components/sheetImport/ImportFrame.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import type { ImportField } from '../../../../shared/contract/responses.ts';
import { ImportPreviewStep } from './ImportPreviewStep.tsx';

const LIST: Readonly<Record<ResponseKind, string>> = {
  request: '/responses',
  visit: '/responses/visits',
  figure: '/responses/figures',
};

function PickStep({ kind, onFile }: { readonly kind: ResponseKind; readonly onFile: (file: ImportFile) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = useTask((signal) => client.responses.open({ kind }, { signal }));
  const { error, isPending, mutate } = useMutation(
    api.responses.template.mutationOptions({
      onSuccess: ({ path }) => {
        if (path !== null) void message.success(t('sheetImport.templateSaved', { path }));
      },
    }),
  );
  const template = { error, isPending, write: () => mutate({ kind }) };
  return <FileStep hint={t(`responses.import.hint.${kind}`)} open={open} onFile={onFile} template={template} />;
}

type Chosen = ColumnsChoice<ImportField>;

interface MapStepProps {
  readonly kind: ResponseKind;
  readonly file: ImportFile;
  readonly before: Chosen | null;
  readonly onBack: () => void;
  readonly onPreview: (choice: Chosen, preview: ImportPreview) => void;
}

function MapStep({ kind, file, before, onBack, onPreview }: MapStepProps) {
  const { t } = useTranslation();
  const preview = useTask((signal, choice: ImportChoice) => client.responses.preview(choice, { signal }));
  const check = async (choice: Chosen) => {
    const made = await preview.start({ kind, fileId: file.fileId, ...choice });
    if (made) onPreview(choice, made);
  };
  return (
    <ColumnsStep
      file={file}
      fields={IMPORT_FIELDS[kind]}
      required={REQUIRED_FIELDS[kind]}
      headers={IMPORT_HEADERS[kind]}
      label={(field) => t(`responses.field.${field}`)}
      before={before}
      task={preview}
      taskTitle={t('responses.import.checking')}
      onBack={onBack}
      onCheck={(choice) => void check(choice)}
    />
  );
}

export function ImportScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind: named } = useParams();
  const kind = RESPONSE_KINDS.find((one) => one === named) ?? 'request';
  return (
    <ImportFrame<ImportFile, Chosen, ImportPreview, ImportCounts>
      key={kind}
      title={t(`responses.import.title.${kind}`)}
      file={(onFile) => <PickStep kind={kind} onFile={onFile} />}
      columns={(step) => <MapStep kind={kind} {...step} />}
      preview={(step) => <ImportPreviewStep kind={kind} {...step} />}
      done={({ counts: { new: added, changed, unchanged, rejected }, onAgain }) => (
        <DoneStep
          title={t('responses.import.applied', { added, changed, unchanged, rejected })}
          rejected={rejected}
          toList={{ label: t('responses.import.toList'), go: () => void navigate(LIST[kind]) }}
          onAgain={onAgain}
        />
      )}
    />
  );
}
