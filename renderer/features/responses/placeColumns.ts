// Columns that the three lists share: whose row it is, where, and whether it stands.
import type { TFunction } from 'i18next';
import type { RequestRow } from '../../../shared/contract/responses.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';

type Kept = Pick<
  RequestRow,
  'agentName' | 'employeeNumber' | 'team' | 'branchName' | 'state' | 'recordedBy' | 'recordedAt'
>;

export function agentColumns<Row extends Kept>(t: TFunction): readonly Column<Row>[] {
  return [
    { key: 'agent', kind: 'text', header: t('responses.field.agentName'), value: (r) => r.agentName, width: 88 },
    {
      key: 'employee',
      kind: 'text',
      header: t('responses.field.agent'),
      value: (r) => r.employeeNumber,
      width: 96,
      hidden: true,
    },
    { key: 'team', kind: 'text', header: t('responses.team'), value: (r) => r.team, width: 96 },
    {
      key: 'branch',
      kind: 'text',
      header: t('responses.branch'),
      value: (r) => r.branchName,
      width: 120,
      hidden: true,
    },
  ];
}

export function keptColumns<Row extends Kept>(t: TFunction): readonly Column<Row>[] {
  return [
    {
      key: 'state',
      kind: 'choice',
      header: t('responses.state'),
      value: (r) => r.state,
      options: (['standing', 'withdrawn'] as const).map((value) => ({
        value,
        label: t(`responses.rowState.${value}`),
      })),
      width: 88,
      hidden: true,
    },
    {
      key: 'recordedAt',
      kind: 'instant',
      header: t('responses.recordedAt'),
      value: (r) => r.recordedAt,
      width: 140,
      hidden: true,
    },
  ];
}
