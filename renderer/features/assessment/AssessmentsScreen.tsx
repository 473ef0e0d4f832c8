// 考核: every assessment by branch and period, with its state; a new one is opened from here.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ASSESSMENT_STATES, type AssessmentRow } from '../../../shared/contract/assessment.ts';
import { PeriodKind } from '../../../shared/contract/score.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { NewAssessment } from './NewAssessment.tsx';
import { ResultTag } from './ResultTag.tsx';
import { usePeriodName } from './usePeriodName.ts';

function useColumns(): readonly Column<AssessmentRow>[] {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  return useMemo<readonly Column<AssessmentRow>[]>(
    () => [
      {
        key: 'period',
        kind: 'text',
        header: t('assessment.list.period'),
        value: ({ period }) => periodName(period),
        width: 160,
        pinned: true,
      },
      {
        key: 'branch',
        kind: 'text',
        header: t('assessment.list.branch'),
        value: (row) => row.branchName,
        width: 160,
        grow: true,
      },
      {
        key: 'kind',
        kind: 'choice',
        header: t('assessment.list.kind'),
        value: ({ period }) => period.kind,
        options: PeriodKind.options.map((value) => ({ value, label: t(`score.kind.${value}`) })),
        width: 96,
        filter: true,
      },
      {
        key: 'state',
        kind: 'choice',
        header: t('assessment.list.state'),
        value: (row) => row.state,
        options: ASSESSMENT_STATES.map((value) => ({ value, label: t(`assessment.state.${value}`) })),
        cell: (row) => <ResultTag state={row.state} />,
        width: 104,
        filter: true,
      },
      { key: 'results', kind: 'integer', header: t('assessment.list.results'), value: (row) => row.results, width: 88 },
      { key: 'agents', kind: 'integer', header: t('assessment.list.agents'), value: (row) => row.agents, width: 80 },
      {
        key: 'reviewed',
        kind: 'integer',
        header: t('assessment.list.reviewed'),
        value: (row) => row.reviewed,
        width: 88,
      },
      {
        key: 'computedAt',
        kind: 'instant',
        header: t('assessment.list.computedAt'),
        value: (row) => row.computedAt,
        width: 148,
      },
      {
        key: 'finalisedAt',
        kind: 'instant',
        header: t('assessment.list.finalisedAt'),
        value: (row) => row.finalisedAt,
        width: 148,
      },
      {
        key: 'finalisedBy',
        kind: 'text',
        header: t('assessment.list.finalisedBy'),
        value: (row) => row.finalisedBy,
        width: 104,
      },
    ],
    [t, periodName],
  );
}

export function AssessmentsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const list = useQuery({ ...api.assessment.list.queryOptions(), staleTime: 0 });
  const columns = useColumns();
  const [adding, setAdding] = useState(false);
  const add = may('assessment.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('assessment.list.add')}
    </Button>
  );
  return (
    <Page fill>
      <PageHeader title={t('assessment.title')} actions={add} />
      <DataGrid<AssessmentRow>
        name="assessments"
        title={t('assessment.list.title')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/assessments/${row.id}`)}
        empty={{ title: t('assessment.list.empty'), hint: t('assessment.list.emptyHint'), action: add }}
      />
      {adding && <NewAssessment onClose={() => setAdding(false)} />}
    </Page>
  );
}
