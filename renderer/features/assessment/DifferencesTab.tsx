// What differs now from the evidence that a result was computed from; the result itself stays as it is.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CountedKind, DifferenceChange, type Difference } from '../../../shared/contract/assessment.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { recordAddress } from './recordAddress.ts';

export function DifferencesTab({ resultId }: { readonly resultId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const differences = useQuery(api.assessment.differences.queryOptions({ input: { resultId } }));
  const columns = useMemo<readonly Column<Difference>[]>(
    () => [
      {
        key: 'kind',
        kind: 'choice',
        header: t('assessment.difference.kind'),
        value: (row) => row.kind,
        options: CountedKind.options.map((value) => ({ value, label: t(`assessment.kind.${value}`) })),
        width: 120,
        filter: true,
      },
      {
        key: 'change',
        kind: 'choice',
        header: t('assessment.difference.change'),
        value: (row) => row.change,
        options: DifferenceChange.options.map((value) => ({
          value,
          label: t(`assessment.difference.changes.${value}`),
        })),
        width: 176,
        filter: true,
      },
      {
        key: 'agent',
        kind: 'text',
        header: t('assessment.difference.agent'),
        value: (row) => row.agentName,
        width: 104,
      },
      {
        key: 'number',
        kind: 'text',
        header: t('assessment.difference.number'),
        value: (row) => row.employeeNumber,
        width: 104,
      },
      {
        key: 'id',
        kind: 'text',
        header: t('assessment.difference.id'),
        value: (row) => row.id,
        width: 280,
        grow: true,
      },
      {
        key: 'before',
        kind: 'text',
        header: t('assessment.difference.before'),
        value: (row) => row.before,
        width: 136,
      },
      { key: 'after', kind: 'text', header: t('assessment.difference.after'), value: (row) => row.after, width: 136 },
    ],
    [t],
  );
  return (
    <DataGrid<Difference>
      name="assessment.differences"
      title={t('assessment.difference.title')}
      query={{ data: differences.data?.rows, error: differences.error, refetch: differences.refetch }}
      columns={columns}
      rowId={(row) => `${row.agentId} ${row.kind} ${row.id}`}
      onOpen={(row) => {
        const to = recordAddress(row.record);
        if (to !== undefined) void navigate(to);
      }}
      empty={{ title: t('assessment.difference.empty'), hint: t('assessment.difference.emptyHint') }}
      height="max(320px, calc(100vh - 320px))"
    />
  );
}
