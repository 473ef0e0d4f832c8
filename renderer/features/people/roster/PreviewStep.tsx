// Step 3 of a roster's import: what would become of each person's row.
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterCounts, RosterPreview } from '../../../../shared/contract/roster.ts';
import { api, client, queryClient } from '../../../client.ts';
import type { Column } from '../../../components/grid/DataGrid.tsx';
import { PreviewStep as Preview } from '../../../components/sheetImport/PreviewStep.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { rowDetails, usePreviewRows, type PreviewRow } from './previewRows.ts';

export interface PreviewStepProps {
  readonly preview: RosterPreview;
  readonly onBack: () => void;
  readonly onDone: (counts: RosterCounts) => void;
}

export function PreviewStep({ preview, onBack, onDone }: PreviewStepProps) {
  const { t } = useTranslation();
  const rows = usePreviewRows(preview);
  const apply = useTask((signal) => client.roster.apply({ previewId: preview.previewId }, { signal }));
  const { counts } = preview;
  const columns = useMemo<readonly Column<PreviewRow>[]>(
    () => [
      { key: 'number', kind: 'text', header: t('people.field.number'), value: (r) => r.number, width: 120 },
      { key: 'name', kind: 'text', header: t('people.field.name'), value: (r) => r.name, width: 110 },
      { key: 'branch', kind: 'text', header: t('people.field.branch'), value: (r) => r.branch, width: 110 },
      { key: 'team', kind: 'text', header: t('people.field.team'), value: (r) => r.team, width: 130 },
    ],
    [t],
  );
  const details = useCallback((row: PreviewRow) => rowDetails(t, row), [t]);
  const go = async () => {
    const done = await apply.start();
    if (!done) return;
    void queryClient.invalidateQueries({ queryKey: api.agents.key() });
    void queryClient.invalidateQueries({ queryKey: api.branches.key() });
    onDone(done);
  };
  return (
    <Preview
      name="rosterPreview"
      counts={counts}
      query={rows}
      columns={columns}
      details={details}
      notes={counts.absent > 0 ? [t('people.roster.absent', { count: counts.absent })] : []}
      hint={t('people.roster.applyHint', { added: counts.new, changed: counts.changed })}
      task={apply}
      onBack={onBack}
      onApply={() => void go()}
    />
  );
}
