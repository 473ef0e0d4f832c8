// Step 3: each row of the file with its number, day, kind and masked client, and what would become of it.
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameCounts, FrameFileRow, FramePreview } from '../../../../shared/contract/records.ts';
import { client } from '../../../client.ts';
import type { Column } from '../../../components/grid/DataGrid.tsx';
import { isCellReason } from '../../../components/sheetImport/cellReasons.ts';
import { PreviewStep } from '../../../components/sheetImport/PreviewStep.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { refreshInspections } from '../../inspection/useAct.ts';

export interface FramePreviewStepProps {
  readonly preview: FramePreview;
  readonly onBack: () => void;
  readonly onDone: (counts: FrameCounts) => void;
}

function reasonText(t: TFunction, { reason, firstRow }: FrameFileRow['rejections'][number]): string {
  if (reason === 'duplicateInFile') return t('records.import.duplicate', { row: firstRow ?? 0 });
  return isCellReason(reason) ? t(`sheetImport.reason.${reason}`) : t(`records.import.reason.${reason}`);
}

/** What the list says about a row. */
const detailsOf = (t: TFunction, { rejections }: FrameFileRow): string =>
  rejections
    .map((rejection) => {
      const { cell, value } = rejection;
      const reason = reasonText(t, rejection);
      return value === ''
        ? t('sheetImport.rejection', { cell, reason })
        : t('sheetImport.rejectionWith', { cell, value, reason });
    })
    .join(t('sheetImport.joiner'));

export function FramePreviewStep({ preview, onBack, onDone }: FramePreviewStepProps) {
  const { t } = useTranslation();
  const { previewId, pages, counts } = preview;
  const rows = useQuery({
    queryKey: ['records.frameRows', previewId],
    queryFn: async () => {
      const read: FrameFileRow[] = [];
      for (let page = 0; page < pages; page += 1) read.push(...(await client.records.frameRows({ previewId, page })));
      return read;
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  const apply = useTask((signal) => client.records.applyFrame({ previewId }, { signal }));
  const columns = useMemo<readonly Column<FrameFileRow>[]>(
    () => [
      {
        ...{ key: 'reference', kind: 'text', width: 180 },
        ...{ header: t('records.import.field.reference'), value: (row) => row.values.reference },
      },
      {
        ...{ key: 'day', kind: 'text', width: 116 },
        ...{ header: t('records.import.field.day'), value: (row) => row.values.day },
      },
      {
        ...{ key: 'kind', kind: 'text', width: 116 },
        ...{ header: t('records.import.field.kind'), value: (row) => t(`words.serviceKind.${row.values.kind}`) },
      },
      {
        ...{ key: 'client', kind: 'text', width: 160 },
        ...{ header: t('records.import.field.client'), value: (row) => row.values.client },
      },
    ],
    [t],
  );
  const details = useCallback((row: FrameFileRow) => detailsOf(t, row), [t]);
  const go = async () => {
    const done = await apply.start();
    if (!done) return;
    await refreshInspections();
    onDone(done);
  };
  return (
    <PreviewStep
      name="framePreview"
      counts={counts}
      query={rows}
      columns={columns}
      details={details}
      hint={t('records.import.applyHint', { count: counts.new })}
      task={apply}
      onBack={onBack}
      onApply={() => void go()}
    />
  );
}
