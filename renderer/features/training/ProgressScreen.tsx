// Hours of the year against the 20 that are asked for (1.4.2): who is behind, and planning for them.
import { CalendarOutlined, ImportOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { ProgressRow } from '../../../shared/contract/trainingInsight.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import type { ClassStart } from './class/classPeople.ts';
import { PlanForm } from './PlanForm.tsx';
import { TrainingForm } from './TrainingForm.tsx';
import { TrainingHeader } from './TrainingHeader.tsx';
import { hoursText, STANDING_TONES } from './words.ts';
import './training.css';

const STANDINGS = ['short', 'onTrack', 'met'] as const;
const YEARS = 5;

function useColumns(): readonly Column<ProgressRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<ProgressRow>[]>(
    () => [
      {
        ...{ key: 'agent', kind: 'text', header: t('training.field.agentName'), value: (r) => r.agentName },
        ...{ width: 104, pinned: true },
      },
      { key: 'number', kind: 'text', header: t('training.field.agent'), value: (r) => r.employeeNumber, width: 96 },
      { key: 'team', kind: 'text', header: t('training.team'), value: (r) => r.team, width: 104, grow: true },
      {
        key: 'branch',
        kind: 'text',
        header: t('training.branch'),
        value: (r) => r.branchName,
        width: 120,
        hidden: true,
      },
      {
        key: 'hiredOn',
        kind: 'day',
        header: t('training.progress.hired'),
        value: (r) => r.hiredOn,
        width: 112,
        hidden: true,
      },
      {
        ...{ key: 'standing', kind: 'choice', header: t('training.progress.standing'), value: (r) => r.standing },
        options: STANDINGS.map((value) => ({ value, label: t(`training.progress.standings.${value}`) })),
        cell: (r) => (
          <StateTag tone={STANDING_TONES[r.standing]}>{t(`training.progress.standings.${r.standing}`)}</StateTag>
        ),
        ...{ width: 96, filter: true },
      },
      { key: 'hours', kind: 'decimal', header: t('training.progress.hours'), value: (r) => r.hours, width: 96 },
      {
        key: 'required',
        kind: 'decimal',
        header: t('training.progress.required'),
        value: (r) => r.required,
        width: 96,
      },
      {
        ...{ key: 'missing', kind: 'decimal', header: t('training.progress.missing'), value: (r) => r.missing },
        ...{ width: 88, sort: 'desc' },
      },
      {
        key: 'whole',
        kind: 'decimal',
        header: t('training.progress.whole'),
        value: (r) => r.whole,
        width: 108,
        hidden: true,
      },
      { key: 'lastOn', kind: 'day', header: t('training.progress.lastOn'), value: (r) => r.lastOn, width: 104 },
      {
        key: 'contents',
        kind: 'integer',
        header: t('training.progress.contents'),
        value: (r) => r.contents,
        width: 88,
      },
      { key: 'planned', kind: 'integer', header: t('training.progress.planned'), value: (r) => r.planned, width: 88 },
      { key: 'overdue', kind: 'integer', header: t('training.progress.overdue'), value: (r) => r.overdue, width: 88 },
    ],
    [t],
  );
}

export function ProgressScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [search] = useSearchParams();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [branchId, setBranchId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly ProgressRow[]>([]);
  const [dialog, setDialog] = useState<'record' | 'plan' | null>(null);
  const columns = useColumns();
  const model = useQuery(api.training.hoursAsked.queryOptions());
  const list = useQuery({ ...api.training.progress.queryOptions({ input: { branchId, year } }), staleTime: 0 });
  const short = search.get('standing') === 'short';
  const close = () => setDialog(null);
  return (
    <Page fill>
      <TrainingHeader
        open="progress"
        actions={
          may('training.write') && (
            <>
              <Button icon={<ImportOutlined />} onClick={() => void navigate('/training/import')}>
                {t('training.list.import')}
              </Button>
              <Button icon={<CalendarOutlined />} disabled={chosen.length === 0} onClick={() => setDialog('plan')}>
                {t('training.progress.plan')}
              </Button>
              <Button
                icon={<TeamOutlined />}
                onClick={() => {
                  const people = chosen.map(({ agentId, agentName, employeeNumber, team }) => ({
                    ...{ agentId, agentName, employeeNumber, team, planId: null },
                  }));
                  void navigate('/training/class', { state: { people } satisfies ClassStart });
                }}
              >
                {chosen.length === 0 ? t('training.class.open') : t('training.class.fromChosen')}
              </Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog('record')}>
                {t('training.list.add')}
              </Button>
            </>
          )
        }
      />
      <DataGrid<ProgressRow>
        name="training.progress"
        title={t('training.tabs.progress')}
        query={list}
        columns={columns}
        rowId={(row) => row.agentId}
        onOpen={(row) => void navigate(`/people/${row.agentId}?tab=training`)}
        {...(may('training.write') ? { onSelection: setChosen } : {})}
        {...(short ? { initialFilters: { standing: { kind: 'choice', values: ['short'] } } } : {})}
        before={
          <>
            <Select<number>
              aria-label={t('training.progress.year')}
              value={year}
              options={Array.from({ length: YEARS }, (_, back) => ({
                value: thisYear - back,
                label: String(thisYear - back),
              }))}
              onChange={setYear}
            />
            <span className="training-branch">
              <BranchSelect
                aria-label={t('training.branch')}
                allowClear
                placeholder={t('training.progress.allBranches')}
                value={branchId}
                onChange={setBranchId}
              />
            </span>
          </>
        }
        empty={{ title: t('training.progress.empty'), hint: t('training.progress.emptyHint') }}
        foot={model.data && <span>{t('training.progress.rule', { hours: hoursText(model.data.hoursPerYear) })}</span>}
      />
      {dialog === 'record' && <TrainingForm row={null} onClose={close} />}
      {dialog === 'plan' && (
        <PlanForm agentIds={chosen.map(({ agentId }) => agentId)} why={{ reason: 'shortfall' }} onClose={close} />
      )}
    </Page>
  );
}
