// An agent's record: data, dated assignments, what other parts add (agentTabs.ts), history.
import { EditOutlined, EyeOutlined, SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Table } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { AgentRecord, AgentStatus } from '../../../shared/contract/people.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded, LoadingState } from '../../components/states.tsx';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { agentHistory } from './agentHistory.ts';
import { AGENT_TABS } from './agentTabs.ts';
import { EditAgent } from './EditAgent.tsx';
import { MoveAgent } from './MoveAgent.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import './people.css';

const TONES: Readonly<Record<AgentStatus, Tone>> = { active: 'met', suspended: 'warn', left: 'neutral' };

function Data({ agent }: { readonly agent: AgentRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = t('people.none');
  const items = [
    { key: 'number', label: t('people.field.number'), children: agent.number },
    { key: 'name', label: t('people.field.name'), children: agent.name },
    {
      key: 'gender',
      label: t('people.field.gender'),
      children: agent.gender ? t(`people.gender.${agent.gender}`) : none,
    },
    { key: 'status', label: t('people.field.status'), children: t(`people.status.${agent.status}`) },
    { key: 'branch', label: t('people.agent.branch'), children: `${agent.branchCode} ${agent.branchName}` },
    { key: 'team', label: t('people.field.team'), children: agent.team || t('people.noTeam') },
    { key: 'engagement', label: t('people.field.engagement'), children: t(`people.engagement.${agent.engagement}`) },
    { key: 'hiredOn', label: t('people.field.hiredOn'), children: agent.hiredOn ?? none },
    { key: 'licence', label: t('people.field.licence'), children: agent.licence ?? none },
    { key: 'phone', label: t('people.field.phone'), children: <PhoneNumber agent={agent} /> },
    { key: 'created', label: t('people.agent.created'), children: format.instant(agent.createdAt) },
    { key: 'updated', label: t('people.agent.updated'), children: format.instant(agent.updatedAt) },
  ];
  return <Descriptions className="agent-data" bordered size="small" column={2} items={items} />;
}

function Assignments({ agent }: { readonly agent: AgentRecord }) {
  const { t } = useTranslation();
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={agent.assignments}
      columns={[
        { title: t('people.agent.fromDay'), dataIndex: 'fromDay', width: 140 },
        {
          title: t('people.agent.untilDay'),
          dataIndex: 'untilDay',
          width: 180,
          render: (day: string | null) => day ?? t('people.agent.untilNow'),
        },
        {
          title: t('people.agent.branch'),
          key: 'branch',
          render: (_, row) => `${row.branchCode} ${row.branchName}`,
        },
        { title: t('people.field.team'), dataIndex: 'team', render: (team: string) => team || t('people.noTeam') },
      ]}
    />
  );
}

function Record({ agent }: { readonly agent: AgentRecord }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [dialog, setDialog] = useState<'edit' | 'move' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <RecordFrame
        title={agent.name}
        tag={<StateTag tone={TONES[agent.status]}>{t(`people.status.${agent.status}`)}</StateTag>}
        meta={[agent.number, agent.branchName, agent.team || t('people.noTeam')]}
        actions={
          <>
            {may('agents.manage') && (
              <>
                <Button icon={<SwapOutlined />} onClick={() => setDialog('move')}>
                  {t('people.agent.move')}
                </Button>
                <Button icon={<EditOutlined />} onClick={() => setDialog('edit')}>
                  {t('people.agent.edit')}
                </Button>
              </>
            )}
            {may('observation.write') && agent.status !== 'left' && (
              <Button
                type="primary"
                icon={<EyeOutlined />}
                onClick={() => void navigate(`/observations/start?agent=${agent.id}`)}
              >
                {t('people.agent.observe')}
              </Button>
            )}
          </>
        }
        tabs={[
          { key: 'data', label: t('people.agent.data'), children: <Data agent={agent} /> },
          { key: 'assignments', label: t('people.agent.assignments'), children: <Assignments agent={agent} /> },
          ...AGENT_TABS.filter((tab) => may(tab.permission)).map(({ key, label, Body }) => ({
            key,
            label: label(t),
            children: (
              <Suspense fallback={<LoadingState />}>
                <Body agentId={agent.id} />
              </Suspense>
            ),
          })),
        ]}
        history={agentHistory(t, agent.history)}
      />
      {dialog === 'edit' && <EditAgent agent={agent} onClose={close} />}
      {dialog === 'move' && <MoveAgent agent={agent} onClose={close} />}
    </>
  );
}

export function AgentScreen() {
  const { id = '' } = useParams();
  const agent = useQuery(api.agents.get.queryOptions({ input: { id } }));
  return <Loaded query={agent}>{(data) => <Record key={data.id} agent={data} />}</Loaded>;
}
