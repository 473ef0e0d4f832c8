// All plans by period: state, how far each is, coverage now and as planned. A manager draws a new one from here.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PLAN_STATES, type PlanRow } from '../../../shared/contract/plan.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { percent } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import { NewPlan } from './NewPlan.tsx';
import { PLAN_TONES } from './planTones.ts';

const share = (part: number, agents: number): number | null => (agents === 0 ? null : (part / agents) * 100);
const shown = (value: number | null) => (value === null ? '' : percent(value / 100));

function useColumns(): readonly Column<PlanRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<PlanRow>[]>(() => {
    const number = (key: 'draws' | 'done' | 'overdue' | 'missing', width: number): Column<PlanRow> => ({
      ...{ kind: 'integer', key, header: t(`plan.column.${key}`), value: (row) => row[key], width },
    });
    const covered = (key: 'coverage' | 'planned', value: (row: PlanRow) => number | null): Column<PlanRow> => ({
      ...{ kind: 'decimal', key, header: t(`plan.column.${key}`), value, digits: 1, width: 120 },
      cell: (row) => shown(value(row)),
    });
    return [
      {
        kind: 'text',
        key: 'period',
        header: t('plan.column.period'),
        value: (row) => periodName(t, row.period),
        width: 150,
        pinned: true,
      },
      {
        kind: 'text',
        key: 'branch',
        header: t('plan.column.branch'),
        value: (row) => row.branchName,
        width: 150,
        grow: true,
      },
      {
        kind: 'choice',
        key: 'state',
        header: t('plan.column.state'),
        value: (row) => row.state,
        options: PLAN_STATES.map((value) => ({ value, label: t(`plan.state.${value}`) })),
        width: 110,
        filter: true,
        cell: (row) => <StateTag tone={PLAN_TONES[row.state]}>{t(`plan.state.${row.state}`)}</StateTag>,
      },
      number('draws', 84),
      number('done', 84),
      number('overdue', 84),
      number('missing', 96),
      covered('coverage', (row) => share(row.coverage.observed, row.coverage.agents)),
      covered('planned', (row) => share(row.coverage.planned, row.coverage.agents)),
      { kind: 'text', key: 'createdBy', header: t('plan.column.createdBy'), value: (row) => row.createdBy, width: 100 },
      {
        kind: 'instant',
        key: 'createdAt',
        header: t('plan.column.createdAt'),
        value: (row) => row.createdAt,
        width: 140,
        hidden: true,
      },
    ];
  }, [t]);
}

const rowId = (row: PlanRow): string => row.id;

export function PlansScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const plans = useQuery({ ...api.plan.list.queryOptions(), staleTime: 0 });
  const columns = useColumns();
  const [making, setMaking] = useState(false);
  const add = may('plan.manage') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t('plan.new')}
    </Button>
  );
  return (
    <Page fill>
      <PageHeader title={t('plan.title')} detail={t('plan.intro')} actions={add} />
      <DataGrid<PlanRow>
        name="plans"
        title={t('plan.title')}
        query={plans}
        columns={columns}
        rowId={rowId}
        rowTone={(row) => (row.state === 'discarded' ? 'quiet' : undefined)}
        onOpen={(row) => void navigate(`/plan/${row.id}`)}
        empty={{ title: t('plan.empty'), hint: t('plan.emptyHint'), action: add }}
      />
      {making && <NewPlan onClose={() => setMaking(false)} />}
    </Page>
  );
}
