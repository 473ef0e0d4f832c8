// 申诉: every appeal, those that wait first by their deadline; beside it how often appeals are upheld.
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { APPEAL_STATES, type AppealRow } from '../../../shared/contract/appeal.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { usePeriodName } from '../assessment/usePeriodName.ts';
import { useSpoken } from '../observation/language.ts';
import { OverturnTab } from './OverturnTab.tsx';
import { APPEAL_TONES, isWaiting } from './tones.ts';

function useColumns(): readonly Column<AppealRow>[] {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const periodName = usePeriodName();
  return useMemo(
    (): readonly Column<AppealRow>[] => [
      {
        ...{ key: 'state', kind: 'choice', header: t('appeal.column.state'), width: 104, pinned: true, filter: true },
        value: (row) => row.state,
        options: APPEAL_STATES.map((value) => ({ value, label: t(`appeal.state.${value}`) })),
        cell: (row) => <StateTag tone={APPEAL_TONES[row.state]}>{t(`appeal.state.${row.state}`)}</StateTag>,
      },
      {
        ...{ key: 'due', kind: 'day', header: t('appeal.column.due'), width: 112 },
        value: ({ state, dueDay }) => (isWaiting(state) ? dueDay : null),
      },
      { key: 'agent', kind: 'text', header: t('appeal.column.agent'), value: (row) => row.agentName, width: 104 },
      { key: 'number', kind: 'text', header: t('appeal.column.number'), value: (row) => row.employeeNumber, width: 96 },
      {
        ...{ key: 'item', kind: 'text', header: t('appeal.column.item'), width: 132 },
        value: ({ kind, criterion }) => `${t(`appeal.kind.${kind}`)} ${criterion}`,
      },
      {
        ...{ key: 'text', kind: 'text', header: t('appeal.column.text'), width: 136, grow: true },
        value: ({ text }) => spoken(text),
      },
      {
        ...{ key: 'assessors', kind: 'text', header: t('appeal.column.assessors'), width: 112 },
        value: ({ assessors }) => assessors.join(' · '),
      },
      { key: 'handler', kind: 'text', header: t('appeal.column.handler'), value: (row) => row.handler, width: 88 },
      {
        ...{ key: 'scoreBefore', kind: 'decimal', header: t('appeal.column.scoreBefore'), width: 96 },
        value: (row) => row.scoreBefore,
      },
      {
        ...{ key: 'scoreAfter', kind: 'decimal', header: t('appeal.column.scoreAfter'), width: 96 },
        value: (row) => row.scoreAfter,
      },
      {
        ...{ key: 'period', kind: 'text', header: t('appeal.column.period'), width: 120, hidden: true },
        value: ({ period }) => periodName(period),
      },
      {
        ...{ key: 'branch', kind: 'text', header: t('appeal.column.branch'), width: 120, hidden: true },
        value: (row) => row.branchName,
      },
      {
        ...{ key: 'team', kind: 'text', header: t('appeal.column.team'), width: 96, hidden: true },
        value: (row) => row.team,
      },
      {
        ...{ key: 'filedAt', kind: 'instant', header: t('appeal.column.filedAt'), width: 148, hidden: true },
        value: (row) => row.filedAt,
      },
      {
        ...{ key: 'filedBy', kind: 'text', header: t('appeal.column.filedBy'), width: 96, hidden: true },
        value: (row) => row.filedBy,
      },
      {
        ...{ key: 'endedAt', kind: 'instant', header: t('appeal.column.endedAt'), width: 148, hidden: true },
        value: (row) => row.endedAt,
      },
      {
        ...{ key: 'reason', kind: 'text', header: t('appeal.column.reason'), width: 200, hidden: true },
        value: (row) => row.reason,
      },
    ],
    [t, spoken, periodName],
  );
}

export function AppealsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const format = useFormat();
  const columns = useColumns();
  const list = useQuery({ ...api.appeal.list.queryOptions(), staleTime: 0 });
  const today = format.day(new Date().toISOString());
  const rates = search.get('tab') === 'rates';
  return (
    <Page fill={!rates}>
      <PageHeader
        title={t('appeal.title')}
        detail={
          <Segmented
            aria-label={t('appeal.title')}
            value={rates ? 'rates' : 'list'}
            options={(['list', 'rates'] as const).map((value) => ({ value, label: t(`appeal.tab.${value}`) }))}
            onChange={(tab) => setSearch(tab === 'list' ? {} : { tab }, { replace: true })}
          />
        }
      />
      {rates ? (
        <OverturnTab />
      ) : (
        <DataGrid<AppealRow>
          name="appeals"
          title={t('appeal.title')}
          query={list}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={(row) => void navigate(`/appeals/${row.id}`)}
          rowTone={(row) => (!isWaiting(row.state) ? 'quiet' : row.dueDay < today ? 'danger' : undefined)}
          empty={{ title: t('appeal.empty'), hint: t('appeal.emptyHint') }}
        />
      )}
    </Page>
  );
}
