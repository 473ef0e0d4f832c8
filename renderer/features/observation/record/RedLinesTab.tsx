// Red lines of an observation (1.2.1, 2.4.1, 2.5.1): what was seen, what the agent says to it, and the decision of a
// manager who is not the assessor. Only a confirmed one vetoes.
import { FlagFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord, RedLine } from '../../../../shared/contract/observationRecord.ts';
import { useAccount } from '../../../account.ts';
import { api, client, queryClient } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { StateTag, type Tone } from '../../../components/StateTag.tsx';
import { useFormat } from '../../../format.ts';
import { RedLineQuote } from '../runner/RedLineQuote.tsx';
import { useDecisionAsk } from '../useDecisionAsk.ts';
import { SignedWords } from './SignedWords.tsx';

const TONES: Readonly<Record<RedLine['state'], Tone>> = {
  pending: 'danger',
  confirmed: 'danger',
  rejected: 'neutral',
  retracted: 'neutral',
};

const refresh = () => {
  void queryClient.invalidateQueries({ queryKey: api.home.key() });
  return queryClient.invalidateQueries({ queryKey: api.observation.key() });
};

export function RedLinesTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  if (record.redLines.length === 0) return <EmptyState title={t('observation.review.redLinesNone')} />;
  return (
    <ul className="findings">
      {record.redLines.map((line) => (
        <li key={line.id} className={line.state === 'retracted' ? '' : 'finding-red'}>
          <One record={record} line={line} />
        </li>
      ))}
    </ul>
  );
}

function One({ record, line }: { readonly record: ObservationRecord; readonly line: RedLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actor, may } = useAccount();
  const decided = record.state === 'submitted' || record.state === 'withdrawn';
  const decider = may('redLine.decide');
  const ownSession = record.assessor.id === actor.userId;
  return (
    <>
      <h2>
        <FlagFilled aria-hidden /> {t('observation.redLine.onClause', { clause: line.clause })}{' '}
        <StateTag tone={TONES[line.state]}>{t(`observation.redLine.state.${line.state}`)}</StateTag>
      </h2>
      <p className="review-detail">
        {t('observation.redLine.recorded', { who: line.recordedBy, time: format.instant(line.recordedAt) })}
      </p>
      <RedLineQuote record={record} code={line.criterion} />
      {line.state !== 'retracted' && (
        <>
          <h3>{t('observation.redLine.statement')}</h3>
          {line.statement === null ? (
            <>
              <p className="review-none">{t('observation.redLine.notAsked')}</p>
              <SignedWords record={record} />
            </>
          ) : (
            <p>{line.statement === '' ? t('observation.redLine.saidNothing') : line.statement}</p>
          )}
          {line.state === 'pending' && may('observation.write') && (ownSession || decider) && <Statement line={line} />}
        </>
      )}
      {line.decidedAt !== null && (line.state === 'confirmed' || line.state === 'rejected') && (
        <p>
          {t(`observation.redLine.decided.${line.state}`, {
            who: line.decidedBy ?? '',
            time: format.instant(line.decidedAt),
            reason: line.decisionReason ?? '',
          })}
        </p>
      )}
      {line.state === 'pending' && decider && !ownSession && decided && <Decision line={line} />}
      {line.state === 'pending' && decider && ownSession && (
        <Alert type="info" showIcon title={t('observation.redLine.notOwn')} />
      )}
      {line.state === 'pending' && !decided && (
        <Alert type="info" showIcon title={t('observation.redLine.afterSubmission')} />
      )}
    </>
  );
}

function Statement({ line }: { readonly line: RedLine }) {
  const { t } = useTranslation();
  const [text, setText] = useState(line.statement ?? '');
  const keep = useMutation({
    mutationFn: () =>
      client.observation.redLineStatement({ id: line.observationId, redLineId: line.id, statement: text.trim() }),
    onSuccess: refresh,
  });
  return (
    <Form layout="vertical" onFinish={() => keep.mutate()}>
      <Form.Item
        label={t('observation.redLine.statementLabel')}
        htmlFor={`statement-${line.id}`}
        extra={t('observation.redLine.statementHint')}
      >
        <Input.TextArea
          id={`statement-${line.id}`}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Form.Item>
      <FailureAlert error={keep.error} />
      <Button htmlType="submit" loading={keep.isPending}>
        {t('observation.redLine.keepStatement')}
      </Button>
    </Form>
  );
}

function Decision({ line }: { readonly line: RedLine }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (confirmed: boolean) =>
      client.observation.decideRedLine({
        id: line.observationId,
        redLineId: line.id,
        confirmed,
        reason: reason.trim(),
      }),
    onSuccess: refresh,
  });
  const ask = useDecisionAsk();
  const settle = async (confirmed: boolean) => {
    if (await ask(confirmed, line.clause)) decide.mutate(confirmed);
  };
  const said = reason.trim() !== '';
  return (
    <Form layout="vertical" className="decision">
      <Form.Item label={t('observation.redLine.reason')} htmlFor={`decision-${line.id}`} required>
        <Input.TextArea
          id={`decision-${line.id}`}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <FailureAlert error={decide.error} />
      <div className="start-go">
        <Button
          danger
          type="primary"
          disabled={!said || line.statement === null}
          loading={decide.isPending}
          onClick={() => void settle(true)}
        >
          {t('observation.redLine.decideConfirm')}
        </Button>
        <Button disabled={!said} loading={decide.isPending} onClick={() => void settle(false)}>
          {t('observation.redLine.decideReject')}
        </Button>
        {line.statement === null && <span className="start-needs">{t('observation.redLine.statementFirst')}</span>}
      </div>
    </Form>
  );
}
