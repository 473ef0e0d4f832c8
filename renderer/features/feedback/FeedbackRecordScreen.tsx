// The record of feedback: what was said, who answers it until when, the answer, whether praise was confirmed.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { FeedbackRecord } from '../../../shared/contract/feedback.ts';
import { mayStep, type FeedbackStep } from '../../../shared/domain/feedback/states.ts';
import { useAccount } from '../../account.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import type { HistoryEntry } from '../../components/record/History.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { useFormat } from '../../format.ts';
import { useToday } from '../people/useToday.ts';
import { AnswerDialog, AssignDialog } from './AnswerDialogs.tsx';
import { FeedbackForm } from './FeedbackForm.tsx';
import { ANSWER_TONES, answerOf, STATE_TONES } from './feedbackTones.ts';

function Data({ row }: { readonly row: FeedbackRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const none = t('feedback.record.none');
  const answer = answerOf(row, format, today);
  const items = [
    { key: 'kind', label: t('feedback.field.kind'), children: t(`feedback.kind.${row.kind}`) },
    { key: 'class', label: t('feedback.field.class'), children: t(`words.problemClass.${row.class}`) },
    { key: 'day', label: t('feedback.field.day'), children: row.day },
    { key: 'channel', label: t('feedback.field.channel'), children: t(`responses.channel.${row.channel}`) },
    { key: 'client', label: t('feedback.field.client'), children: row.client || none },
    { key: 'owner', label: t('feedback.field.owner'), children: row.ownerName },
    { key: 'content', label: t('feedback.field.content'), children: row.content, span: 2 },
    { key: 'dueOn', label: t('feedback.field.dueOn'), children: row.dueOn },
    {
      key: 'answering',
      label: t('feedback.list.answering'),
      children: <StateTag tone={ANSWER_TONES[answer]}>{t(`feedback.answerState.${answer}`)}</StateTag>,
    },
    { key: 'answer', label: t('feedback.field.answer'), children: row.answer || none, span: 2 },
    {
      key: 'answeredAt',
      label: t('feedback.field.answeredAt'),
      children: row.answeredAt === null ? none : format.instant(row.answeredAt),
    },
    {
      key: 'commendation',
      label: t('feedback.commendation'),
      children:
        row.confirmedAt === null
          ? none
          : t('feedback.record.by', { name: row.confirmedBy ?? '', at: format.instant(row.confirmedAt) }),
    },
    {
      key: 'recorded',
      label: t('feedback.field.recorded'),
      children: t('feedback.record.by', { name: row.recordedBy, at: format.instant(row.recordedAt) }),
    },
    { key: 'digest', label: t('feedback.field.digest'), children: <code>{row.digest.slice(0, 16)}</code> },
  ];
  return <Descriptions bordered size="small" column={2} items={items} />;
}

const DONE = ['recorded', 'corrected', 'assigned', 'answered', 'closed', 'withdrawn', 'confirmed'] as const;

const historyOf = (t: TFunction, { history, withdrawnReason }: FeedbackRecord): HistoryEntry[] =>
  history.map((entry) => {
    const done = DONE.find((one) => entry.action === `feedback.${one}`);
    return {
      ...{
        key: entry.seq,
        what: done ? t(`feedback.history.${done}`) : entry.action,
        who: entry.actor ?? '',
        at: entry.at,
      },
      ...(done === 'withdrawn' && withdrawnReason !== null ? { reason: withdrawnReason } : {}),
    };
  });

function Actions({ row }: { readonly row: FeedbackRecord }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { actor, may } = useAccount();
  const navigate = useNavigate();
  const ask = useConfirm();
  const [dialog, setDialog] = useState<'answer' | 'assign' | 'correct' | null>(null);
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: api.feedback.key() });
    void message.success(t('feedback.record.saved'));
  };
  const close = useMutation(api.feedback.close.mutationOptions({ onSuccess }));
  const withdraw = useMutation(api.feedback.withdraw.mutationOptions({ onSuccess }));
  const confirm = useMutation(api.feedback.confirm.mutationOptions({ onSuccess }));
  const { id, revision, state, kind } = row;
  const can = (step: FeedbackStep) => mayStep(step, { state, kind, confirmed: row.confirmedAt !== null });
  const own = row.recordedById === actor.userId;
  const askConfirm = async () => {
    const title = t('feedback.record.confirm');
    if (await ask.confirm({ title, text: t('feedback.record.confirmText'), ok: title }))
      confirm.mutate({ id, revision });
  };
  const askClose = async () => {
    const title = t('feedback.record.close');
    if (await ask.confirm({ title, text: t('feedback.record.closeText'), ok: title })) close.mutate({ id, revision });
  };
  const askWithdraw = async () => {
    const reason = await ask.reason({
      title: t('feedback.record.withdrawTitle'),
      text: t('feedback.record.withdrawText'),
      label: t('feedback.record.withdrawReason'),
      ok: t('feedback.record.withdraw'),
      danger: true,
    });
    if (reason !== null) withdraw.mutate({ id, revision, reason });
  };
  const writes = may('feedback.write');
  return (
    <>
      <FailureAlert error={close.error ?? withdraw.error ?? confirm.error} />
      {may('feedback.confirm') && can('confirm') && (
        <Button
          type="primary"
          disabled={own}
          title={own ? t('feedback.record.ownPraise') : undefined}
          onClick={() => void askConfirm()}
        >
          {t('feedback.record.confirm')}
        </Button>
      )}
      {writes && can('answer') && (
        <Button type="primary" onClick={() => setDialog('answer')}>
          {t('feedback.record.answer')}
        </Button>
      )}
      {writes && can('close') && <Button onClick={() => void askClose()}>{t('feedback.record.close')}</Button>}
      {writes && can('assign') && <Button onClick={() => setDialog('assign')}>{t('feedback.record.assign')}</Button>}
      {writes && can('correct') && <Button onClick={() => setDialog('correct')}>{t('feedback.record.correct')}</Button>}
      {writes && can('withdraw') && (
        <Button danger onClick={() => void askWithdraw()}>
          {t('feedback.record.withdraw')}
        </Button>
      )}
      {dialog === 'answer' && <AnswerDialog row={row} onClose={() => setDialog(null)} onSaved={onSuccess} />}
      {dialog === 'assign' && <AssignDialog row={row} onClose={() => setDialog(null)} onSaved={onSuccess} />}
      {dialog === 'correct' && (
        <FeedbackForm
          row={row}
          onClose={() => setDialog(null)}
          onSaved={(made) => void navigate(`/feedback/${made}`, { replace: true })}
        />
      )}
    </>
  );
}

function Record({ row }: { readonly row: FeedbackRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const today = useToday();
  const link = (id: string) => (
    <Button type="link" size="small" onClick={() => void navigate(`/feedback/${id}`, { replace: true })}>
      {t('feedback.record.open')}
    </Button>
  );
  const overdue = row.state === 'open' && answerOf(row, format, today) === 'overdue';
  return (
    <RecordFrame
      title={`${t(`feedback.kind.${row.kind}`)} · ${row.agentName}`}
      tag={<StateTag tone={STATE_TONES[row.state]}>{t(`feedback.state.${row.state}`)}</StateTag>}
      meta={[row.employeeNumber, row.branchName, row.team, row.day].filter(Boolean)}
      actions={<Actions row={row} />}
      notice={
        <>
          {overdue && (
            <Alert
              className="overdue-notice"
              type="error"
              showIcon
              title={t('feedback.record.overdueNotice', { day: row.dueOn })}
            />
          )}
          {row.kind === 'complaint' && <Alert type="info" showIcon title={t('feedback.record.complaintNotice')} />}
          {row.withdrawnReason !== null && (
            <Alert
              type="warning"
              showIcon
              title={t('feedback.record.withdrawnNotice', { reason: row.withdrawnReason })}
              description={row.replacedById !== null && t('feedback.record.replaced')}
              action={row.replacedById !== null && link(row.replacedById)}
            />
          )}
          {row.replacesId !== null && (
            <Alert type="info" showIcon title={t('feedback.record.replaces')} action={link(row.replacesId)} />
          )}
        </>
      }
      tabs={[{ key: 'data', label: t('feedback.record.data'), children: <Data row={row} /> }]}
      history={historyOf(t, row)}
    />
  );
}

export function FeedbackRecordScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.feedback.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(row) => <Record key={row.id} row={row} />}</Loaded>;
}
