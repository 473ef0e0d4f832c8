// Starts an observation now, plans one for a day, or enters what was observed on paper (4.2). A few keys: the last kind
// and place stand there already.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Segmented } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { dayOf } from '../../../../shared/domain/time.ts';
import { useAccount } from '../../../account.ts';
import { api, client, queryClient } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { Kbd } from '../../../components/Kbd.tsx';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { useFormat } from '../../../format.ts';
import { AgentPicker, type ChosenAgent } from './AgentPicker.tsx';
import { ContextFields } from './ContextFields.tsx';
import { lastContext, lastPlaces, rememberContext } from './lastContext.ts';
import { NoAgents } from './NoAgents.tsx';
import { WhenFields, type When } from './WhenFields.tsx';
import '../fields.css';
import './start.css';

export const START_MODES = ['now', 'plan', 'paper'] as const;
export type StartMode = (typeof START_MODES)[number];

export function StartScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const { actor } = useAccount();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('mode');
  const mode: StartMode = START_MODES.find((one) => one === asked) ?? 'now';
  const agentId = search.get('agent');
  const plannedId = search.get('planned');
  const form = useRef<HTMLDivElement>(null);

  const [picked, setPicked] = useState<ChosenAgent | null | undefined>(undefined);
  const [context, setContext] = useState(lastContext);
  const [places] = useState(lastPlaces);
  const [notice, setNotice] = useState(false);
  const [when, setWhen] = useState<When>(() => ({
    day: dayOf(Date.now(), format.timeZone),
    assessorId: actor.userId,
    serviceAt: null,
  }));

  const given = useQuery({
    ...api.agents.get.queryOptions({ input: { id: agentId ?? '' } }),
    enabled: agentId !== null,
  });
  const planned = useQuery({
    ...api.observation.open.queryOptions({ input: { id: plannedId ?? '' } }),
    enabled: plannedId !== null,
  });
  const blank = useQuery({
    ...api.observation.paper.queryOptions({ input: { versionId: null } }),
    enabled: mode === 'paper',
  });
  const plannedAgent = planned.data && {
    ...planned.data.agent,
    number: planned.data.agent.employeeNumber,
  };
  const agent: ChosenAgent | null = plannedAgent ?? (picked === undefined ? (given.data ?? null) : picked);
  const branches = useQuery(api.branches.list.queryOptions());
  const nobody = branches.data?.every(({ agents }) => agents === 0) === true;
  const [adopted, setAdopted] = useState(false);
  if (planned.data && !adopted) {
    setAdopted(true);
    setContext(planned.data.context);
  }

  const run = useMutation({
    mutationFn: async (): Promise<string> => {
      if (agent === null) return '';
      if (mode === 'plan') {
        await client.observation.plan({ agentId: agent.id, context, day: when.day, assessorId: when.assessorId });
        return '/observations';
      }
      const start = { context, noticeConfirmed: notice, serviceAt: mode === 'paper' ? when.serviceAt : null };
      const { id } =
        plannedId === null
          ? await client.observation.start({ ...start, agentId: agent.id })
          : await client.observation.startPlanned({ ...start, id: plannedId });
      return `/observations/${id}/run`;
    },
    onSuccess: (to) => {
      rememberContext(context);
      void queryClient.invalidateQueries({ queryKey: api.observation.key() });
      void queryClient.invalidateQueries({ queryKey: api.home.key() });
      // Back from the runner leads past this form.
      void navigate(to, { replace: true });
    },
  });
  const ready = agent !== null && (mode !== 'paper' || when.serviceAt !== null) && !run.isPending;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || !ready) return;
    event.preventDefault();
    run.mutate();
  });
  useEffect(() => {
    const node = form.current;
    const listener = (event: KeyboardEvent) => onKey(event);
    node?.addEventListener('keydown', listener);
    return () => node?.removeEventListener('keydown', listener);
  }, []);

  return (
    <Page>
      <PageHeader
        title={t('observation.start.title')}
        detail={
          plannedId === null ? (
            <Segmented
              aria-label={t('observation.start.mode')}
              value={mode}
              options={START_MODES.map((one) => ({ value: one, label: t(`observation.start.modes.${one}`) }))}
              onChange={(next) =>
                setSearch({ mode: next, ...(agentId === null ? {} : { agent: agentId }) }, { replace: true })
              }
            />
          ) : undefined
        }
      />
      <div className="start" ref={form}>
        {nobody && <NoAgents />}
        {mode === 'paper' && (
          <p className="start-note">
            {t('observation.start.paperNote')}{' '}
            {blank.data && <Link to={`/standard/${blank.data.versionId}/print`}>{t('observation.start.blank')}</Link>}
          </p>
        )}
        <Form layout="vertical" component="div">
          <Form.Item label={t('observation.start.agent')} htmlFor="start-agent" required>
            <AgentPicker
              id="start-agent"
              value={agent}
              onChange={(next) => {
                setPicked(next);
                if (next !== null) requestAnimationFrame(() => focusFirstRadio(form.current));
              }}
            />
          </Form.Item>
          <WhenFields mode={mode} value={when} onChange={setWhen} />
          <ContextFields value={context} onChange={setContext} places={places} />
          {mode !== 'plan' && (
            <Form.Item extra={t('observation.start.noticeHint')}>
              <Checkbox checked={notice} onChange={(event) => setNotice(event.target.checked)}>
                {t('observation.start.notice')}
              </Checkbox>
            </Form.Item>
          )}
          <FailureAlert error={run.error} />
          <div className="start-go">
            <Button type="primary" size="large" disabled={!ready} loading={run.isPending} onClick={() => run.mutate()}>
              {t(`observation.start.go.${mode}`)}
            </Button>
            <span className="start-keys">
              <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
            </span>
            {agent === null && <span className="start-needs">{t('observation.start.needsAgent')}</span>}
            {mode === 'paper' && when.serviceAt === null && (
              <span className="start-needs">{t('observation.start.needsTime')}</span>
            )}
          </div>
        </Form>
      </div>
    </Page>
  );
}

/** After the agent the hands go on to the first question. */
const focusFirstRadio = (form: HTMLElement | null): void =>
  form?.querySelector<HTMLElement>('.ant-form input[type=radio]:checked')?.focus();
