// Red lines of a review or patrol (1.2.1, 2.4.1, 2.5.1): what was seen, what the agent says to it, and the decision of a
// manager who did not make the inspection. Only a confirmed one vetoes.
import { FlagFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionRedLine, InspectionState } from '../../../shared/contract/inspection.ts';
import { useAccount } from '../../account.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { EmptyState } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { RedLineQuote, type QuotedStandard } from '../observation/runner/RedLineQuote.tsx';
import { useDecisionAsk } from '../observation/useDecisionAsk.ts';
import { refreshInspections } from './useAct.ts';
import '../observation/fields.css';
import '../observation/record/record.css';
import '../observation/runner/dialogs.css';

export interface RedLinesProps {
  readonly lines: readonly InspectionRedLine[];
  readonly standard: QuotedStandard;
  readonly state: InspectionState;
  readonly inspectorId: string;
  /** Several agents: each line says whose it is. */
  readonly named?: boolean;
  readonly keepStatement: (redLineId: string, statement: string) => Promise<unknown>;
  readonly decide: (redLineId: string, confirmed: boolean, reason: string) => Promise<unknown>;
}

export function RedLines(props: RedLinesProps) {
  const { t } = useTranslation();
  if (props.lines.length === 0) return <EmptyState title={t('inspection.redLinesNone')} />;
  return (
    <ul className="findings">
      {props.lines.map((line) => (
        <li key={line.id} className={line.state === 'retracted' ? '' : 'finding-red'}>
          <One {...props} line={line} />
        </li>
      ))}
    </ul>
  );
}

interface OneProps extends RedLinesProps {
  readonly line: InspectionRedLine;
}

function One({ line, standard, state, inspectorId, named = false, keepStatement, decide }: OneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actor, may } = useAccount();
  const ended = state !== 'inProgress';
  const own = inspectorId === actor.userId;
  const decider = may('redLine.decide');
  const pending = line.state === 'pending';
  return (
    <>
      <h2>
        <FlagFilled aria-hidden /> {named && `${line.agentName} · `}
        {t('observation.redLine.onClause', { clause: line.clause })}{' '}
        <StateTag tone={pending || line.state === 'confirmed' ? 'danger' : 'neutral'}>
          {t(`observation.redLine.state.${line.state}`)}
        </StateTag>
      </h2>
      <p className="review-detail">
        {t('observation.redLine.recorded', { who: line.recordedBy, time: format.instant(line.recordedAt) })}
      </p>
      <RedLineQuote record={{ standard }} code={line.criterion} />
      {line.state !== 'retracted' && (
        <>
          <h3>{t('observation.redLine.statement')}</h3>
          {line.statement === null ? (
            <p className="review-none">{t('observation.redLine.notAsked')}</p>
          ) : (
            <p>{line.statement === '' ? t('observation.redLine.saidNothing') : line.statement}</p>
          )}
          {pending && (own || decider) && <Statement line={line} keep={keepStatement} />}
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
      {pending && decider && !own && ended && <Decision line={line} decide={decide} />}
      {pending && decider && own && <Alert type="info" showIcon title={t('inspection.redLineOwn')} />}
      {pending && !ended && <Alert type="info" showIcon title={t('observation.redLine.afterSubmission')} />}
    </>
  );
}

interface StatementProps {
  readonly line: InspectionRedLine;
  readonly keep: RedLinesProps['keepStatement'];
}

function Statement({ line, keep }: StatementProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(line.statement ?? '');
  const run = useMutation({ mutationFn: () => keep(line.id, text.trim()), onSuccess: refreshInspections });
  return (
    <Form layout="vertical" onFinish={() => run.mutate()}>
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
      <FailureAlert error={run.error} />
      <Button htmlType="submit" loading={run.isPending}>
        {t('observation.redLine.keepStatement')}
      </Button>
    </Form>
  );
}

interface DecisionProps {
  readonly line: InspectionRedLine;
  readonly decide: RedLinesProps['decide'];
}

function Decision({ line, decide }: DecisionProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const run = useMutation({
    mutationFn: (confirmed: boolean) => decide(line.id, confirmed, reason.trim()),
    onSuccess: refreshInspections,
  });
  const ask = useDecisionAsk();
  const settle = async (confirmed: boolean) => {
    if (await ask(confirmed, line.clause)) run.mutate(confirmed);
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
      <FailureAlert error={run.error} />
      <div className="start-go">
        <Button
          danger
          type="primary"
          disabled={!said || line.statement === null}
          loading={run.isPending}
          onClick={() => void settle(true)}
        >
          {t('observation.redLine.decideConfirm')}
        </Button>
        <Button disabled={!said} loading={run.isPending} onClick={() => void settle(false)}>
          {t('observation.redLine.decideReject')}
        </Button>
        {line.statement === null && <span className="start-needs">{t('observation.redLine.statementFirst')}</span>}
      </div>
    </Form>
  );
}
