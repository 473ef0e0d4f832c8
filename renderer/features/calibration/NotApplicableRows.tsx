// The not-applicable answers behind a rate, each with its reason and the way to its observation.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NotApplicableRow } from '../../../shared/contract/calibration.ts';
import { NOT_APPLICABLE_REASONS } from '../../../shared/contract/observationRecord.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import type { Behind, Place } from './NotApplicableTab.tsx';

export function NotApplicableRows({ place, behind }: { readonly place: Place; readonly behind: Behind }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { assessorId, criterion } = behind;
  const rows = useQuery({
    ...api.calibration.notApplicable.queryOptions({ input: { ...place, assessorId, criterion } }),
    staleTime: 0,
  });
  const columns = useMemo(
    (): readonly Column<NotApplicableRow>[] => [
      {
        key: 'serviceAt',
        kind: 'instant',
        header: t('calibration.column.serviceAt'),
        value: (row) => row.serviceAt,
        width: 144,
      },
      {
        key: 'agent',
        kind: 'text',
        header: t('calibration.column.agent'),
        value: (row) => row.agentName,
        width: 100,
      },
      {
        key: 'assessor',
        kind: 'text',
        header: t('calibration.sessions.assessor'),
        value: (row) => row.assessorName,
        width: 100,
      },
      { key: 'criterion', kind: 'text', header: t('calibration.line.code'), value: (row) => row.criterion, width: 88 },
      {
        key: 'reason',
        kind: 'choice',
        header: t('calibration.consistency.reason'),
        value: (row) => row.reason,
        options: NOT_APPLICABLE_REASONS.map((value) => ({ value, label: t(`words.notApplicableReason.${value}`) })),
        width: 150,
        filter: true,
      },
      {
        key: 'words',
        kind: 'text',
        header: t('calibration.consistency.words'),
        value: (row) => row.words,
        width: 140,
        grow: true,
      },
    ],
    [t],
  );
  return (
    <DataGrid<NotApplicableRow>
      name="notApplicableAnswers"
      title={t('calibration.consistency.notApplicable')}
      query={rows}
      columns={columns}
      rowId={(row) => `${row.observationId} ${row.criterion}`}
      onOpen={(row) => void navigate(`/observations/${row.observationId}`)}
      height="560px"
      empty={{ title: t('calibration.consistency.naEmpty'), hint: t('calibration.consistency.naEmptyHint') }}
    />
  );
}
