// Starts a patrol (8.2): where and when, whom (a branch, a team, or anyone found by name), and what is looked at.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MOST_AGENTS, type PatrolAgent } from '../../../shared/contract/patrol.ts';
import { api, client } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { kept } from '../../components/kept.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { refreshInspections } from '../inspection/useAct.ts';
import { InstantField } from '../observation/InstantField.tsx';
import { useSpoken } from '../observation/language.ts';
import { AgentPicker, type ChosenAgent } from '../observation/start/AgentPicker.tsx';
import { BranchSelect } from '../people/BranchSelect.tsx';
import '../inspection/inspection.css';
import '../observation/fields.css';
import './patrol.css';

const lastPlace = kept<string>('patrol.place', '');
const lastBranch = kept<string | null>('patrol.branch', null);
const ALL_TEAMS = '*';

export function PatrolStartScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const spoken = useSpoken();
  const [place, setPlace] = useState(lastPlace.read);
  const [at, setAt] = useState<string | null>(null);
  const [pickedBranch, setBranchId] = useState(lastBranch.read);
  const [added, setAdded] = useState(0);
  const branches = useQuery(api.branches.list.queryOptions());
  // The only branch, or the one of last time if it is still there.
  const [only, ...more] = branches.data ?? [];
  const known = branches.data?.some(({ id }) => id === pickedBranch) ?? false;
  const branchId = known ? pickedBranch : only && more.length === 0 ? only.id : null;
  const [team, setTeam] = useState(ALL_TEAMS);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Pick<PatrolAgent, 'id' | 'name' | 'employeeNumber'>>>(
    new Map(),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const choice = useQuery(api.patrol.choice.queryOptions({ input: { branchId } }));
  const teams = useMemo(() => [...new Set((choice.data?.agents ?? []).map((agent) => agent.team))], [choice.data]);
  const shown = (choice.data?.agents ?? []).filter((agent) => team === ALL_TEAMS || agent.team === team);
  const criteria = choice.data?.criteria ?? [];
  const wanted = criteria.filter(({ code }) => !left.has(code)).map(({ code }) => code);
  const put = (agents: readonly Pick<PatrolAgent, 'id' | 'name' | 'employeeNumber'>[], on: boolean) => {
    const next = new Map(chosen);
    for (const agent of agents)
      if (on) next.set(agent.id, agent);
      else next.delete(agent.id);
    setChosen(next);
  };
  const found = (agent: ChosenAgent | null) => {
    if (!agent) return;
    put([{ id: agent.id, name: agent.name, employeeNumber: agent.number }], true);
    setAdded(added + 1);
  };
  const look = (code: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(code);
    else next.add(code);
    setLeft(next);
  };
  const ready = place.trim() !== '' && chosen.size > 0 && chosen.size <= MOST_AGENTS && wanted.length > 0;
  const run = useMutation({
    mutationFn: () => client.patrol.start({ place: place.trim(), at, agentIds: [...chosen.keys()], criteria: wanted }),
    onSuccess: async ({ id }) => {
      lastPlace.write(place.trim());
      lastBranch.write(branchId);
      await refreshInspections();
      void navigate(`/patrol/${id}/run`, { replace: true });
    },
  });
  const every = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const elsewhere = [...chosen.values()].filter(({ id }) => !shown.some((agent) => agent.id === id));
  return (
    <Page>
      <PageHeader title={t('patrol.begin')} detail={t('patrol.noMeasure')} />
      <Form layout="vertical" className="patrol-start" onFinish={() => ready && run.mutate()}>
        <section aria-labelledby="patrol-where">
          <h2 id="patrol-where">{t('patrol.start.where')}</h2>
          <Form.Item label={t('patrol.column.place')} htmlFor="patrol-place" required>
            <Input
              id="patrol-place"
              value={place}
              maxLength={120}
              autoFocus
              placeholder={t('patrol.start.placeHint')}
              onChange={(event) => setPlace(event.target.value)}
            />
          </Form.Item>
          <Form.Item label={t('patrol.column.at')} htmlFor="patrol-at" extra={t('patrol.start.atHint')}>
            <InstantField id="patrol-at" value={at} onChange={setAt} />
          </Form.Item>
          <FailureAlert error={run.error} />
          <div className="start-go">
            <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={run.isPending}>
              {t('patrol.start.go')}
            </Button>
            <span className="start-needs">
              {t('patrol.start.chosen', { agents: chosen.size, criteria: wanted.length })}
            </span>
            {chosen.size > MOST_AGENTS && (
              <span className="start-needs">{t('patrol.start.most', { most: MOST_AGENTS })}</span>
            )}
          </div>
        </section>
        <section aria-labelledby="patrol-whom">
          <h2 id="patrol-whom">{t('patrol.start.whom')}</h2>
          <div className="patrol-of">
            <BranchSelect
              aria-label={t('patrol.start.branch')}
              placeholder={t('patrol.start.branch')}
              value={branchId}
              onChange={(next) => {
                setBranchId(next);
                setTeam(ALL_TEAMS);
              }}
            />
            <Select
              aria-label={t('patrol.start.team')}
              value={team}
              onChange={setTeam}
              options={[
                { value: ALL_TEAMS, label: t('patrol.start.allTeams') },
                ...teams.map((one) => ({ value: one, label: one === '' ? t('patrol.start.noTeam') : one })),
              ]}
            />
          </div>
          {shown.length > 0 && (
            <Checkbox checked={every} onChange={(event) => put(shown, event.target.checked)}>
              {t('patrol.start.everyone', { count: shown.length })}
            </Checkbox>
          )}
          <ul className="patrol-list">
            {shown.map((agent) => (
              <li key={agent.id}>
                <Checkbox checked={chosen.has(agent.id)} onChange={(event) => put([agent], event.target.checked)}>
                  {agent.name} <span className="inspect-keys">{agent.employeeNumber}</span>
                </Checkbox>
              </li>
            ))}
            {elsewhere.map((agent) => (
              <li key={agent.id}>
                <Checkbox checked onChange={() => put([agent], false)}>
                  {agent.name} <span className="inspect-keys">{agent.employeeNumber}</span>
                </Checkbox>
              </li>
            ))}
          </ul>
          <Form.Item label={t('patrol.start.other')} htmlFor="patrol-agent">
            <AgentPicker key={added} id="patrol-agent" value={null} onChange={found} autoFocus={added > 0} />
          </Form.Item>
        </section>
        <section aria-labelledby="patrol-what">
          <h2 id="patrol-what">{t('patrol.start.what')}</h2>
          <Checkbox
            checked={left.size === 0}
            indeterminate={left.size > 0 && wanted.length > 0}
            onChange={(event) => setLeft(new Set(event.target.checked ? [] : criteria.map(({ code }) => code)))}
          >
            {t('patrol.start.everything', { count: criteria.length })}
          </Checkbox>
          <ul className="patrol-list patrol-list-long">
            {criteria.map((criterion) => (
              <li key={criterion.code}>
                <Checkbox
                  checked={!left.has(criterion.code)}
                  onChange={(event) => look(criterion.code, event.target.checked)}
                >
                  <span className="inspect-keys">{criterion.code}</span> {spoken(criterion.text)}
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      </Form>
    </Page>
  );
}
