// Needs from evidence (7.3): each agent's weakest criteria, the most frequent of a team, and plans with one click.
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AgentNeeds, Needs, WeakCriterion } from '../../../shared/contract/trainingInsight.ts';
import { TRAINING_CONTENTS, type TrainingContent } from '../../../shared/contract/trainingWords.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { AWAITED_DAYS, MIN_ANSWERS, MOST_WEAK, WEAK_BELOW } from '../../../shared/domain/training/needs.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { ReadingState } from '../dashboard/ReadingState.tsx';
import { useReading } from '../dashboard/useReading.ts';
import { useSpoken } from '../observation/language.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { useTellPlans } from './PlanForm.tsx';
import { TrainingHeader } from './TrainingHeader.tsx';
import { useChoices } from './useChoices.ts';
import { useSaved } from './useSaved.ts';
import './training.css';

const DAYS = [90, 180, 365] as const;
type View = 'agents' | 'criteria';
/** Days within which a planned training is to be done. */
const DUE_IN = 30;
const PLAN_HOURS = 2;
/** Of one request. */
const MOST_AGENTS = 500;

/** Neither planned nor taught so lately that its effect is awaited. */
const isToPlan = ({ planned, awaiting }: AgentNeeds['contents'][number]): boolean => !planned && awaiting === null;

const percentOf = (mean: number): number => mean * 100;

export function NeedsScreen() {
  const { t } = useTranslation();
  const [branchId, setBranchId] = useState<string | null>(null);
  const [team, setTeam] = useState('');
  const [days, setDays] = useState<number>(DAYS[0]);
  const [view, setView] = useState<View>('agents');
  const wanted = useDeferredValue(team.trim());
  const input = { branchId, team: wanted === '' ? null : wanted, days };
  const reading = useReading<Needs>(['training.needs', input], (how) => client.training.needs(input, how));
  const needs = reading.query.data;
  const before = (
    <>
      <Segmented<View>
        aria-label={t('training.tabs.needs')}
        value={view}
        options={(['agents', 'criteria'] as const).map((value) => ({ value, label: t(`training.needs.${value}`) }))}
        onChange={setView}
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
      <Input
        className="training-team"
        aria-label={t('training.needs.team')}
        placeholder={t('training.needs.allTeams')}
        allowClear
        value={team}
        onChange={(event) => setTeam(event.target.value)}
      />
      <Segmented<number>
        aria-label={t('training.needs.days')}
        value={days}
        options={DAYS.map((value) => ({ value, label: t('training.needs.dayCount', { count: value }) }))}
        onChange={setDays}
      />
    </>
  );
  return (
    <Page fill>
      <TrainingHeader open="needs" />
      <div className="training-choice">{before}</div>
      {needs ? (
        view === 'agents' ? (
          <AgentsView needs={needs} />
        ) : (
          <CriteriaView needs={needs} />
        )
      ) : (
        <ReadingState reading={reading} />
      )}
      {needs && (
        <p className="training-hint">
          {t('training.needs.rule', {
            ...{ from: needs.from, to: needs.to, answers: MIN_ANSWERS, most: MOST_WEAK },
            ...{ below: percentOf(WEAK_BELOW), awaited: AWAITED_DAYS },
          })}
        </p>
      )}
    </Page>
  );
}

interface Planned {
  readonly agentIds: readonly string[];
  readonly content: TrainingContent;
  readonly criteria: readonly WeakCriterion[];
  readonly words: string;
}

/** Plans at once: a course of the content if there is one, due in 30 days, for the weak criteria. */
function usePlanning() {
  const today = useToday();
  const { active } = useChoices();
  const tell = useTellPlans();
  const saved = useSaved<{ made: number; passedOver: number }>(tell);
  const plan = useMutation(api.training.plan.mutationOptions({ onSuccess: saved }));
  return {
    error: plan.error,
    isPending: plan.isPending,
    start: ({ agentIds, content, criteria, words }: Planned) => {
      const course = active.find((one) => one.content === content);
      plan.mutate({
        ...{ agentIds: agentIds.slice(0, MOST_AGENTS), content, courseId: course?.id ?? null },
        ...{ hours: course?.hours ?? PLAN_HOURS, dueOn: addDays(today, DUE_IN) },
        why: {
          ...{ reason: 'criteria', sourceId: null, words },
          criteria: criteria.filter((one) => one.content === content).map(({ code }) => code),
        },
      });
    },
  };
}

function AgentsView({ needs }: { readonly needs: Needs }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const spoken = useSpoken();
  const [current, setCurrent] = useState<string | null>(null);
  const planning = usePlanning();
  const agent = needs.agents.find(({ agentId }) => agentId === current);
  const columns = useMemo<readonly Column<AgentNeeds>[]>(
    () => [
      {
        ...{ key: 'agent', kind: 'text', header: t('training.field.agentName'), value: (r) => r.agentName, width: 96 },
        pinned: true,
      },
      { key: 'number', kind: 'text', header: t('training.field.agent'), value: (r) => r.employeeNumber, width: 104 },
      { key: 'team', kind: 'text', header: t('training.team'), value: (r) => r.team, width: 104 },
      {
        ...{ key: 'weak', kind: 'text', header: t('training.needs.weak'), width: 260, grow: true },
        value: (r) =>
          r.criteria
            .map(({ code, text, mean }) => `${code} ${spoken(text)} ${percentOf(mean).toFixed(0)}%`)
            .join(' · '),
      },
      {
        ...{ key: 'toPlan', kind: 'text', header: t('training.needs.toPlan'), width: 200 },
        value: (r) =>
          r.contents
            .filter(isToPlan)
            .map(({ content }) => t(`training.content.${content}`))
            .join(t('training.history.comma')),
      },
      {
        ...{ key: 'planned', kind: 'text', header: t('training.needs.planned'), width: 160 },
        value: (r) =>
          r.contents
            .filter(({ planned }) => planned)
            .map(({ content }) => t(`training.content.${content}`))
            .join(t('training.history.comma')),
      },
      {
        ...{ key: 'awaiting', kind: 'text', header: t('training.needs.awaiting'), width: 220 },
        value: (r) =>
          r.contents
            .flatMap(({ content, awaiting }) =>
              awaiting === null
                ? []
                : [t('training.needs.taught', { content: t(`training.content.${content}`), ...awaiting })],
            )
            .join(t('training.history.comma')),
      },
    ],
    [t, spoken],
  );
  const words = (criteria: readonly WeakCriterion[]): string =>
    criteria
      .map(({ code, text, mean, answers }) => `${code} ${spoken(text)} ${percentOf(mean).toFixed(0)}% (${answers})`)
      .join(t('training.history.comma'))
      .slice(0, 500);
  return (
    <>
      <DataGrid<AgentNeeds>
        name="training.needs"
        title={t('training.needs.agents')}
        query={{ data: needs.agents, error: null }}
        columns={columns}
        rowId={(row) => row.agentId}
        onCurrent={(row) => setCurrent(row.agentId)}
        onOpen={(row) => void navigate(`/people/${row.agentId}?tab=training`)}
        empty={{ title: t('training.needs.emptyAgents'), hint: t('training.needs.emptyHint') }}
      />
      {needs.agents.length > 0 && (
        <section className="training-pane" aria-label={t('training.needs.contents')}>
          {!agent && <span className="training-hint">{t('training.needs.chosen')}</span>}
          {agent && (
            <>
              <strong>
                {agent.agentName} {agent.employeeNumber}
              </strong>
              {agent.criteria.map(({ code, text, mean, answers }) => (
                <span key={code}>
                  {code} {spoken(text)} {percentOf(mean).toFixed(0)}% ({answers})
                </span>
              ))}
              {may('training.write') &&
                agent.contents.filter(isToPlan).map(({ content }) => (
                  <Button
                    key={content}
                    loading={planning.isPending}
                    onClick={() =>
                      planning.start({
                        ...{ agentIds: [agent.agentId], content, criteria: agent.criteria },
                        words: words(agent.criteria.filter((one) => one.content === content)),
                      })
                    }
                  >
                    {t('training.needs.planOne', { content: t(`training.content.${content}`) })}
                  </Button>
                ))}
            </>
          )}
          <FailureAlert error={planning.error} />
        </section>
      )}
    </>
  );
}

type TeamCriterion = Needs['criteria'][number];

function CriteriaView({ needs }: { readonly needs: Needs }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const spoken = useSpoken();
  const planning = usePlanning();
  const columns = useMemo<readonly Column<TeamCriterion>[]>(
    () => [
      {
        key: 'code',
        kind: 'text',
        header: t('training.needs.criterion'),
        value: (r) => r.code,
        width: 96,
        pinned: true,
      },
      {
        ...{ key: 'text', kind: 'text', header: t('training.needs.weak'), value: (r) => spoken(r.text), width: 280 },
        grow: true,
      },
      {
        ...{ key: 'content', kind: 'choice', header: t('training.needs.content'), value: (r) => r.content, width: 144 },
        options: TRAINING_CONTENTS.map((value) => ({ value, label: t(`training.content.${value}`) })),
      },
      { key: 'agents', kind: 'integer', header: t('training.needs.people'), value: (r) => r.agents, width: 120 },
      { key: 'known', kind: 'integer', header: t('training.needs.known'), value: (r) => r.known, width: 160 },
      { key: 'mean', kind: 'decimal', header: t('training.needs.mean'), value: (r) => percentOf(r.mean), width: 96 },
      { key: 'answers', kind: 'integer', header: t('training.needs.answers'), value: (r) => r.answers, width: 96 },
    ],
    [t, spoken],
  );
  return (
    <>
      <DataGrid<TeamCriterion>
        name="training.needs.criteria"
        title={t('training.needs.criteria')}
        query={{ data: needs.criteria, error: null }}
        columns={columns}
        rowId={(row) => row.code}
        empty={{ title: t('training.needs.emptyAgents'), hint: t('training.needs.emptyHint') }}
      />
      {needs.contents.length > 0 && (
        <section className="training-pane" aria-label={t('training.needs.contents')}>
          <strong>{t('training.needs.contents')}</strong>
          {needs.contents.map(({ content, agents }) => {
            const name = t(`training.content.${content}`);
            const waiting = needs.agents.filter((one) =>
              one.contents.some((need) => need.content === content && isToPlan(need)),
            );
            return may('training.write') && waiting.length > 0 ? (
              <Button
                key={content}
                loading={planning.isPending}
                onClick={() =>
                  planning.start({
                    ...{ agentIds: waiting.map(({ agentId }) => agentId), content, words: '' },
                    criteria: needs.criteria.slice(0, MOST_WEAK),
                  })
                }
              >
                {t('training.needs.planTeam', { content: name, count: waiting.length })}
              </Button>
            ) : (
              <span key={content}>{t('training.needs.contentCount', { content: name, count: agents })}</span>
            );
          })}
          <FailureAlert error={planning.error} />
        </section>
      )}
    </>
  );
}
