// 人员: the list of all agents, with filters and the quick search by name, number or pinyin.
import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { count } from '../../format.ts';
import { AddAgent } from './AddAgent.tsx';
import { PeopleTabs } from './PeopleTabs.tsx';
import { useAgents, type AgentRow } from './useAgents.ts';
import { usePeopleWords } from './usePeopleWords.ts';
import './people.css';

function useColumns(rows: readonly AgentRow[] | undefined): readonly Column<AgentRow>[] {
  const { t } = useTranslation();
  const { genders, engagements, statuses } = usePeopleWords();
  const branches = useQuery(api.branches.list.queryOptions());
  const teams = useMemo(() => [...new Set(rows?.map((row) => row.team))].sort().filter(Boolean), [rows]);
  return useMemo<readonly Column<AgentRow>[]>(
    () => [
      {
        key: 'number',
        kind: 'text',
        header: t('people.field.number'),
        value: (a) => a.number,
        width: 120,
        pinned: true,
      },
      { key: 'name', kind: 'text', header: t('people.field.name'), value: (a) => a.name, width: 96, pinned: true },
      {
        key: 'branch',
        kind: 'choice',
        header: t('people.list.branch'),
        value: (a) => a.branchId,
        options: branches.data?.map(({ id, name }) => ({ value: id, label: name })) ?? [],
        width: 130,
        grow: true,
        filter: true,
      },
      {
        key: 'team',
        kind: 'choice',
        header: t('people.field.team'),
        value: (a) => a.team,
        options: teams.map((team) => ({ value: team, label: team })),
        width: 104,
        filter: true,
      },
      {
        key: 'gender',
        kind: 'choice',
        header: t('people.field.gender'),
        value: (a) => a.gender,
        options: genders,
        width: 72,
      },
      {
        key: 'engagement',
        kind: 'choice',
        header: t('people.field.engagement'),
        value: (a) => a.engagement,
        options: engagements,
        width: 112,
      },
      {
        key: 'licence',
        kind: 'text',
        header: t('people.field.licence'),
        value: (a) => a.licence,
        width: 220,
      },
      { key: 'phone', kind: 'text', header: t('people.field.phone'), value: (a) => a.phone, width: 120 },
      { key: 'hiredOn', kind: 'day', header: t('people.field.hiredOn'), value: (a) => a.hiredOn, width: 104 },
      {
        key: 'status',
        kind: 'choice',
        header: t('people.field.status'),
        value: (a) => a.status,
        options: statuses,
        width: 80,
        filter: true,
      },
    ],
    [t, branches.data, teams, genders, engagements, statuses],
  );
}

export function AgentsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const agents = useAgents();
  const columns = useColumns(agents.data);
  // ?add=1 opens the form: other screens lead here for the first agent.
  const [search] = useSearchParams();
  const [adding, setAdding] = useState(search.has('add'));
  const manages = may('agents.manage');
  const importButton = (
    <Button type="primary" icon={<ImportOutlined />} onClick={() => void navigate('/people/roster')}>
      {t('people.list.import')}
    </Button>
  );
  return (
    <Page fill>
      <PageHeader
        title={t('people.title')}
        detail={<PeopleTabs open="agents" />}
        actions={
          manages && (
            <>
              <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {t('people.list.add')}
              </Button>
              {importButton}
            </>
          )
        }
      />
      <DataGrid<AgentRow>
        name="agents"
        title={t('people.list.title')}
        query={agents}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/people/${row.id}`)}
        searchText={(row) => `${row.pinyin} ${row.initials}`}
        rowTone={(row) => (row.status === 'left' ? 'quiet' : undefined)}
        empty={{
          title: t('people.list.empty'),
          hint: t('people.list.emptyHint'),
          action: manages ? importButton : undefined,
        }}
        foot={
          agents.reading && (
            <span>
              {t('people.list.loading', { done: count(agents.reading.done), total: count(agents.reading.total) })}
            </span>
          )
        }
      />
      {adding && manages && <AddAgent onClose={() => setAdding(false)} />}
    </Page>
  );
}
