// Observation scores before and after a day: one that is chosen, or that of a confirmed red line or a rectification.
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  COMPARE_DAYS,
  type BeforeAfter,
  type ComparedGroup,
  type ComparedSession,
} from '../../../shared/contract/dashboard.ts';
import { Day } from '../../../shared/contract/vocabulary.ts';
import { api } from '../../client.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DayInput } from '../../components/DayInput.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { GroupsTable } from './GroupsTable.tsx';
import type { DashboardChoice } from './useDashboardChoice.ts';
import { useGroupName } from './useGroupName.ts';

const DEFAULT_DAYS = 90;
/** Groups that can be told apart in a chart; the table has all. */
const DRAWN = 8;

export interface BeforeAfterTabProps {
  readonly choice: DashboardChoice;
  readonly branchId: string;
}

export function BeforeAfterTab({ choice, branchId }: BeforeAfterTabProps) {
  const { t } = useTranslation();
  const { asked, choose } = choice;
  const events = useQuery(api.dashboard.interventions.queryOptions({ input: { branchId } }));
  const event = events.data?.find(({ id }) => id === asked('event'));
  const day = event?.day ?? Day.safeParse(asked('day')).data ?? null;
  const days = COMPARE_DAYS.find((one) => String(one) === asked('days')) ?? DEFAULT_DAYS;
  const input = { branchId, day: day ?? '', days, agentId: event?.agentId ?? null };
  const compared = useQuery({
    ...api.dashboard.compare.queryOptions({ input }),
    enabled: day !== null,
    staleTime: 0,
  });
  return (
    <>
      <div className="dashboard-choice">
        <Select<string>
          className="dashboard-event"
          aria-label={t('dashboard.compare.event')}
          placeholder={t('dashboard.compare.eventHint')}
          allowClear
          value={event?.id ?? null}
          options={
            events.data?.map((one) => ({
              value: one.id,
              label: `${one.day} ${t(`dashboard.compare.events.${one.kind}`)} ${one.agentName} ${one.employeeNumber}`,
            })) ?? []
          }
          onChange={(id: string | undefined) => choose({ event: id ?? null, day: null })}
        />
        <DayInput
          aria-label={t('dashboard.compare.day')}
          value={day}
          onChange={(value) => choose({ day: value, event: null })}
        />
        <Segmented<number>
          aria-label={t('dashboard.compare.days')}
          value={days}
          options={COMPARE_DAYS.map((value) => ({ value, label: t('dashboard.compare.dayCount', { count: value }) }))}
          onChange={(value) => choose({ days: String(value) })}
        />
      </div>
      {day === null ? (
        <EmptyState title={t('dashboard.compare.choose')} hint={t('dashboard.compare.chooseHint')} />
      ) : (
        <Loaded query={compared}>{(data) => <Compared data={data} />}</Loaded>
      )}
    </>
  );
}

function Compared({ data }: { readonly data: BeforeAfter }) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  const [picked, setPicked] = useState<string | null>(null);
  const group = data.groups.find(({ key }) => key === picked);
  const drawn = data.groups.slice(0, DRAWN);
  const means = (side: 'before' | 'after') => drawn.map((group: ComparedGroup) => group[side].mean);
  return (
    <div className="dashboard dashboard-compare">
      <section className="panel">
        <Chart
          titled
          title={t('dashboard.compare.chart')}
          height={200}
          onPick={({ category }) => setPicked(drawn[category]?.key ?? null)}
          spec={{
            kind: 'bar',
            min: 0,
            max: 100,
            categories: drawn.map(nameOf),
            series: [
              { name: t('dashboard.compare.before'), values: means('before') },
              { name: t('dashboard.compare.after'), values: means('after') },
            ],
          }}
        />
        <p className="dashboard-line">{t('dashboard.compare.caution')}</p>
      </section>
      <section className="panel dashboard-wide dashboard-scroll">
        <GroupsTable groups={data.groups} picked={group?.key ?? null} onPick={setPicked} />
      </section>
      <div className="dashboard-whole dashboard-sessions">
        <Sessions
          sessions={group ? data.sessions.filter(({ groups }) => groups.includes(group.key)) : data.sessions}
          title={group ? t('dashboard.compare.sessionsOf', { group: nameOf(group) }) : t('dashboard.compare.sessions')}
          onAll={group ? () => setPicked(null) : null}
        />
      </div>
    </div>
  );
}

interface SessionsProps {
  readonly sessions: readonly ComparedSession[];
  readonly title: string;
  /** Shows those of all groups again; null where they are shown. */
  readonly onAll: (() => void) | null;
}

function Sessions({ sessions, title, onAll }: SessionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemo<readonly Column<ComparedSession>[]>(
    () => [
      { key: 'day', kind: 'day', header: t('dashboard.row.day'), value: (row) => row.day, width: 112, filter: true },
      {
        ...{ key: 'side', kind: 'choice', header: t('dashboard.row.side'), width: 96, filter: true },
        value: (row) => row.side,
        options: [
          { value: 'before', label: t('dashboard.compare.before') },
          { value: 'after', label: t('dashboard.compare.after') },
        ],
      },
      { key: 'agent', kind: 'text', header: t('dashboard.row.agent'), value: (row) => row.agentName, width: 120 },
      {
        key: 'number',
        kind: 'text',
        header: t('dashboard.row.number'),
        value: (row) => row.employeeNumber,
        width: 104,
      },
      { key: 'team', kind: 'text', header: t('dashboard.row.team'), value: (row) => row.team, width: 120, grow: true },
      { key: 'score', kind: 'decimal', header: t('dashboard.row.score'), value: (row) => row.score, width: 96 },
    ],
    [t],
  );
  return (
    <DataGrid<ComparedSession>
      name="dashboard.sessions"
      title={title}
      query={{ data: sessions, error: null }}
      before={
        <>
          <h2 className="panel-title">{title}</h2>
          {onAll && (
            <Button size="small" onClick={onAll}>
              {t('dashboard.compare.sessionsAll')}
            </Button>
          )}
        </>
      }
      columns={columns}
      rowId={(row) => row.observationId}
      onOpen={(row) => void navigate(`/observations/${row.observationId}`)}
      empty={{ title: t('dashboard.compare.sessionsEmpty') }}
    />
  );
}
