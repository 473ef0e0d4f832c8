// Step 3: each row of the file with its agent, day and title, and what would become of it.
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCounts, ImportPreview } from '../../../../shared/contract/responses.ts';
import type { ImportedTraining, TrainingRejection } from '../../../../shared/contract/trainingImport.ts';
import {
  TRAINING_CHECKS,
  TRAINING_CONTENTS,
  TRAINING_FORMS,
  type TrainingField,
} from '../../../../shared/contract/trainingWords.ts';
import { api, client, queryClient } from '../../../client.ts';
import type { Column } from '../../../components/grid/DataGrid.tsx';
import { isCellReason } from '../../../components/sheetImport/cellReasons.ts';
import { PreviewStep } from '../../../components/sheetImport/PreviewStep.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { hoursText, markWords } from '../words.ts';

/** A stored value as screens write it. */
function shownValue(t: TFunction, field: TrainingField, value: string): string {
  const content = TRAINING_CONTENTS.find((one) => one === value);
  const form = TRAINING_FORMS.find((one) => one === value);
  if (field === 'content' && content) return t(`training.content.${content}`);
  if (field === 'form' && form) return t(`training.form.${form}`);
  return TRAINING_CHECKS.some((check) => check === field) ? markWords(t, value) : value;
}

function reasonText(
  t: TFunction,
  { reason, firstRow }: TrainingRejection,
  { day, dayHours }: ImportedTraining,
): string {
  if (reason === 'dayFull') return t('training.import.dayFull', { day, hours: hoursText(dayHours ?? 0) });
  if (reason === 'duplicateInFile') return t('training.import.duplicate', { row: firstRow ?? 0 });
  return isCellReason(reason) ? t(`sheetImport.reason.${reason}`) : t(`training.import.reason.${reason}`);
}

function rejectionText(t: TFunction, rejection: TrainingRejection, row: ImportedTraining): string {
  const { cell, value } = rejection;
  const reason = reasonText(t, rejection, row);
  return value === ''
    ? t('sheetImport.rejection', { cell, reason })
    : t('sheetImport.rejectionWith', { cell, value, reason });
}

function importedDetails(t: TFunction, row: ImportedTraining): string {
  const { changes, rejections, corrects } = row;
  const blank = t('sheetImport.blank');
  return [
    ...(corrects ? [t('training.import.corrects')] : []),
    ...rejections.map((rejection) => rejectionText(t, rejection, row)),
    ...changes.map(({ field, before, after }) =>
      t('sheetImport.change', {
        field: t(`training.field.${field}`),
        before: shownValue(t, field, before) || blank,
        after: shownValue(t, field, after) || blank,
      }),
    ),
  ].join(t('sheetImport.joiner'));
}

export interface ImportPreviewStepProps {
  readonly preview: ImportPreview;
  readonly onBack: () => void;
  readonly onDone: (counts: ImportCounts) => void;
}

export function ImportPreviewStep({ preview, onBack, onDone }: ImportPreviewStepProps) {
  const { t } = useTranslation();
  const { previewId, pages, counts } = preview;
  const rows = useQuery({
    queryKey: ['training.rows', previewId],
    queryFn: async () => {
      const read: ImportedTraining[] = [];
      for (let page = 0; page < pages; page += 1) read.push(...(await client.trainingImport.rows({ previewId, page })));
      return read;
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  const apply = useTask((signal) => client.trainingImport.apply({ previewId }, { signal }));
  const columns = useMemo<readonly Column<ImportedTraining>[]>(
    () => [
      { key: 'number', kind: 'text', header: t('training.field.agent'), value: (r) => r.employeeNumber, width: 104 },
      { key: 'name', kind: 'text', header: t('training.field.agentName'), value: (r) => r.agentName, width: 96 },
      { key: 'day', kind: 'text', header: t('training.field.day'), value: (r) => r.day, width: 112 },
      { key: 'title', kind: 'text', header: t('training.field.title'), value: (r) => r.title, width: 160 },
      { key: 'hours', kind: 'decimal', header: t('training.field.hours'), value: (r) => r.hours, width: 80 },
    ],
    [t],
  );
  const details = useCallback((row: ImportedTraining) => importedDetails(t, row), [t]);
  const go = async () => {
    const done = await apply.start();
    if (!done) return;
    void queryClient.invalidateQueries({ queryKey: api.training.key() });
    onDone(done);
  };
  return (
    <PreviewStep
      name="trainingPreview"
      counts={counts}
      query={rows}
      columns={columns}
      details={details}
      hint={t('training.import.applyHint', { added: counts.new, changed: counts.changed })}
      task={apply}
      onBack={onBack}
      onApply={() => void go()}
    />
  );
}
