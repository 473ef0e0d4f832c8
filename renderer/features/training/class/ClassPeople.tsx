// Adds agents to a class: one by name or number, a whole team, or all who have an open plan of the course.
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../../shared/contract/trainingRows.ts';
import { api, client } from '../../../client.ts';
import { AgentSelect } from '../../people/AgentSelect.tsx';
import { useToday } from '../../people/useToday.ts';
import { personOf, type ClassPerson } from './classPeople.ts';

export interface ClassPeopleProps {
  readonly courseId: string | null;
  readonly content: PlanRow['content'] | null;
  readonly onAdd: (people: readonly ClassPerson[]) => void;
}

export function ClassPeople({ courseId, content, onAdd }: ClassPeopleProps) {
  const { t } = useTranslation();
  const year = Number(useToday().slice(0, 4));
  // Chosen once, the field is empty for the next.
  const [turn, setTurn] = useState(0);
  const staff = useQuery(api.training.progress.queryOptions({ input: { branchId: null, year } }));
  const plans = useQuery({ ...api.training.plans.queryOptions({ input: { agentId: null } }), staleTime: 0 });
  const waiting = new Map(
    (plans.data ?? [])
      .filter(
        (plan) =>
          (plan.state === 'planned' || plan.state === 'overdue') &&
          plan.courseId === courseId &&
          (courseId !== null || plan.content === content),
      )
      .toReversed()
      .map((plan) => [plan.agentId, personOf(plan)]),
  );
  const teams = [...Map.groupBy(staff.data ?? [], ({ branchName, team }) => `${branchName}\u0000${team}`)].map(
    ([key, people]) => {
      const [branch = '', team = ''] = key.split('\u0000');
      const name = [branch, team].filter(Boolean).join(' · ');
      return { value: key, label: t('training.class.team', { name, count: people.length }), people };
    },
  );
  const byId = (agentId: string, found: Omit<ClassPerson, 'agentId' | 'planId'>): ClassPerson => ({
    ...{ ...found, agentId, planId: waiting.get(agentId)?.planId ?? null },
  });
  const addOne = async (agentId: string) => {
    setTurn(turn + 1);
    const { name: agentName, number: employeeNumber, team } = await client.agents.get({ id: agentId });
    onAdd([byId(agentId, { agentName, employeeNumber, team })]);
  };
  return (
    <div className="class-people" role="group" aria-label={t('training.class.people')}>
      <label htmlFor="class-agent">{t('training.class.addOne')}</label>
      <span className="class-agent">
        <AgentSelect key={turn} id="class-agent" onChange={(agentId) => void addOne(agentId)} />
      </span>
      <Select<string>
        className="class-team"
        aria-label={t('training.class.addTeam')}
        placeholder={t('training.class.addTeam')}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={teams}
        onChange={(key) => {
          const people = teams.find(({ value }) => value === key)?.people ?? [];
          onAdd(people.map(({ agentId, ...found }) => byId(agentId, found)));
        }}
      />
      <Button disabled={waiting.size === 0} onClick={() => onAdd([...waiting.values()])}>
        {t('training.class.addPlanned', { count: waiting.size })}
      </Button>
    </div>
  );
}
