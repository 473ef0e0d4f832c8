// One appeal: what was appealed against and why, who may handle it, both scores, and the way to a new result after a raise.
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { AppealRecord } from '../../../shared/contract/appeal.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { score, useFormat } from '../../format.ts';
import { recordAddress } from '../assessment/recordAddress.ts';
import { usePeriodName } from '../assessment/usePeriodName.ts';
import { actionWords } from '../audit/auditWords.ts';
import { useSpoken } from '../observation/language.ts';
import { RaiseDialog } from './RaiseDialog.tsx';
import { APPEAL_TONES, isWaiting } from './tones.ts';
import { useItemValue } from './useItemValue.ts';

export function AppealScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.appeal.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(one) => <Appeal key={one.id} record={one} />}</Loaded>;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.appeal.key() });

/** What may be done now, each with its question. */
function useMoves({ id }: AppealRecord) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const done = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      void message.success(t('appeal.record.done'));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    await refresh();
  };
  const label = t('appeal.record.decisionReason');
  return {
    take: () => done(() => client.appeal.take({ id })),
    keep: async () => {
      const [title, text, ok] = [t('appeal.record.keepTitle'), t('appeal.record.keepText'), t('appeal.record.keep')];
      const reason = await ask.reason({ title, text, ok, label });
      if (reason !== null) await done(() => client.appeal.keep({ id, reason }));
    },
    withdraw: async () => {
      const [title, text] = [t('appeal.record.withdrawTitle'), t('appeal.record.withdrawText')];
      const reason = await ask.reason({ title, text, ok: t('appeal.record.withdraw'), label });
      if (reason !== null) await done(() => client.appeal.withdraw({ id, reason }));
    },
    raise: (value: number, reason: string) => done(() => client.appeal.raise({ id, value, reason })),
  };
}

function Facts({ record }: { readonly record: AppealRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = useSpoken();
  const valueText = useItemValue();
  const to = recordAddress(record.record);
  const none = t('words.none');
  const scoreText = (value: number | null) => (value === null ? none : score(value));
  const ended = record.endedAt !== null && record.state !== 'withdrawn';
  const pair = (before: string, after: string | null) =>
    `${t('appeal.record.before')} ${before}${ended ? ` → ${t('appeal.record.after')} ${after ?? t('appeal.record.same')}` : ''}`;
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={[
        {
          key: 'item',
          label: t('appeal.record.item'),
          children: `${t(`appeal.kind.${record.kind}`)} ${record.criterion} ${spoken(record.text)}`,
        },
        {
          key: 'evidence',
          label: t('appeal.record.evidence'),
          children: to === undefined ? none : <Link to={to}>{t('appeal.record.open')}</Link>,
        },
        { key: 'reason', label: t('appeal.record.reason'), children: record.reason },
        { key: 'assessors', label: t('appeal.record.assessors'), children: record.assessors.join(' · ') },
        {
          key: 'value',
          label: t('appeal.record.value'),
          children: pair(
            valueText(record.kind, record.before),
            record.after === null ? null : valueText(record.kind, record.after),
          ),
        },
        {
          key: 'score',
          label: t('appeal.record.score'),
          children: pair(
            scoreText(record.scoreBefore),
            record.scoreAfter === null ? null : scoreText(record.scoreAfter),
          ),
        },
        ...(record.endedAt === null
          ? []
          : [
              {
                key: 'outcome',
                label: t('appeal.record.outcome'),
                children: `${t(`appeal.state.${record.state}`)} · ${record.endedBy ?? ''} · ${format.instant(record.endedAt)}`,
              },
              { key: 'why', label: t('appeal.record.outcomeReason'), children: record.endReason },
            ]),
      ]}
    />
  );
}

function Appeal({ record }: { readonly record: AppealRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { may } = useAccount();
  const periodName = usePeriodName();
  const moves = useMoves(record);
  const [raising, setRaising] = useState(false);
  const { assessmentId, agentName: name, criterion, state, barred } = record;
  const task = useTask((signal, { reason }: { reason: string }) =>
    client.assessment.compute({ id: assessmentId, reason }, { signal }),
  );
  const waiting = isWaiting(state);
  const compute = async () => {
    const result = await task.start({ reason: t('appeal.record.computeReason', { name, criterion }) });
    await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: api.assessment.key() })]);
    if (result === undefined) return;
    void message.success(t('appeal.record.computed'));
    void navigate(`/assessments/${assessmentId}?result=${result.resultId}`);
  };
  const decides = state === 'inHandling' && record.own && barred === null;
  return (
    <>
      <RecordFrame
        title={t('appeal.record.title', { name, criterion })}
        tag={<StateTag tone={APPEAL_TONES[state]}>{t(`appeal.state.${state}`)}</StateTag>}
        meta={[
          `${record.employeeNumber} ${record.branchName}`,
          <Link key="result" to={`/assessments/${assessmentId}?result=${record.resultId}`}>
            {`${periodName(record.period)} ${t('appeal.record.number', { number: record.resultNumber })}`}
          </Link>,
          t('appeal.record.filed', { who: record.filedBy, time: format.instant(record.filedAt) }),
          ...(record.takenAt === null
            ? []
            : [t('appeal.record.taken', { who: record.handler ?? '', time: format.instant(record.takenAt) })]),
          ...(waiting ? [t('appeal.due', { day: record.dueDay })] : []),
        ]}
        actions={
          <>
            {waiting && may('appeal.write') && (
              <Button onClick={() => void moves.withdraw()}>{t('appeal.record.withdraw')}</Button>
            )}
            {waiting && !record.own && barred === null && (
              <Button type="primary" onClick={() => void moves.take()}>
                {t(state === 'filed' ? 'appeal.record.take' : 'appeal.record.takeOver')}
              </Button>
            )}
            {decides && (
              <>
                <Button onClick={() => void moves.keep()}>{t('appeal.record.keep')}</Button>
                <Button type="primary" onClick={() => setRaising(true)}>
                  {t('appeal.record.raise')}
                </Button>
              </>
            )}
          </>
        }
        notice={
          <>
            {waiting && barred !== null && barred !== 'notPermitted' && (
              <Alert type="info" showIcon title={t(`appeal.record.notice.${barred}`)} />
            )}
            {state === 'raised' && (
              <Alert
                type={record.recomputed ? 'success' : 'warning'}
                showIcon
                title={
                  record.recomputed
                    ? t('appeal.record.recomputed')
                    : t('appeal.record.again', { number: record.resultNumber })
                }
                action={
                  !record.recomputed &&
                  may('assessment.write') && (
                    <Button
                      size="small"
                      type="primary"
                      disabled={task.state.kind === 'running'}
                      onClick={() => void compute()}
                    >
                      {t('appeal.record.compute')}
                    </Button>
                  )
                }
              />
            )}
            <TaskProgress
              task={task}
              title={t('appeal.record.computing')}
              stage={(stage) =>
                stage === 'scores' || stage === 'writing' ? t(`assessment.record.stage.${stage}`) : ''
              }
            />
          </>
        }
        tabs={[{ key: 'course', label: t('appeal.record.tab'), children: <Facts record={record} /> }]}
        history={record.history.map((entry) => ({
          key: entry.seq,
          what: actionWords(t, entry.action),
          who: entry.actor ?? '',
          at: entry.at,
        }))}
      />
      {raising && <RaiseDialog record={record} onClose={() => setRaising(false)} onRaise={moves.raise} />}
    </>
  );
}
