// An agent's trainings and plans on the agent's record, with hours by year and what the trainings changed.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TrainingFile } from '../../../shared/contract/trainingInsight.ts';
import type { PlanRow, TrainingRow } from '../../../shared/contract/trainingRows.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { Loaded } from '../../components/states.tsx';
import { EffectTab } from './EffectTab.tsx';
import { PlanForm } from './PlanForm.tsx';
import { usePlanColumns } from './usePlanColumns.tsx';
import { useRecordColumns } from './useRecordColumns.tsx';
import { hoursText } from './words.ts';
import './training.css';

const VIEWS = ['records', 'plans', 'effect'] as const;
type View = (typeof VIEWS)[number];

export function AgentTraining({ agentId }: { readonly agentId: string }) {
  const file = useQuery({ ...api.training.file.queryOptions({ input: { agentId } }), staleTime: 0 });
  return <Loaded query={file}>{(data) => <Whole file={data} />}</Loaded>;
}

function Whole({ file }: { readonly file: TrainingFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [view, setView] = useState<View>('records');
  const [planning, setPlanning] = useState(false);
  const records = useRecordColumns('agent');
  const plans = usePlanColumns('agent');
  const { id } = file.agent;
  const open = (recordId: string) => void navigate(`/training/records/${recordId}`);
  const names = {
    records: t('training.tabs.records'),
    plans: t('training.tabs.plans'),
    effect: t('training.effect.tab'),
  };
  return (
    <div className="training-effect">
      <div className="training-choice">
        <Segmented<View>
          aria-label={t('training.title')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: names[value] }))}
          onChange={setView}
        />
        {file.years.slice(0, 2).map(({ year, hours, required }) => (
          <span key={year}>
            {year} {t('training.file.hours')} <strong>{hoursText(hours)}</strong> / {hoursText(required)}
          </span>
        ))}
        <Button onClick={() => void navigate(`/people/${id}/training`)}>{t('training.file.open')}</Button>
        {may('training.write') && (
          <Button icon={<PlusOutlined />} onClick={() => setPlanning(true)}>
            {t('training.plan.add')}
          </Button>
        )}
      </div>
      {view === 'records' && (
        <DataGrid<TrainingRow>
          name="training.ofAgent"
          title={names.records}
          query={{ data: file.records, error: null }}
          columns={records}
          rowId={(row) => row.id}
          height="440px"
          onOpen={(row) => open(row.id)}
          empty={{ title: t('training.file.noRecords') }}
        />
      )}
      {view === 'plans' && (
        <DataGrid<PlanRow>
          name="training.plansOfAgent"
          title={names.plans}
          query={{ data: file.plans, error: null }}
          columns={plans}
          rowId={(row) => row.id}
          height="440px"
          onOpen={(row) => row.recordId !== null && open(row.recordId)}
          empty={{ title: t('training.file.noPlans') }}
        />
      )}
      {view === 'effect' && <EffectTab of={{ kind: 'agent', id }} />}
      {planning && <PlanForm agentIds={[id]} onClose={() => setPlanning(false)} />}
    </div>
  );
}
