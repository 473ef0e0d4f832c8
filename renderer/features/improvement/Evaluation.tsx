// The review of a measure that is done: the figure of now against the one before, what they suggest, and a person's verdict.
import { Alert, App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VERDICTS, type ImprovementRecord, type Review, type Verdict } from '../../../shared/contract/improvement.ts';
import { judgedByAnother } from '../../../shared/domain/improvement/states.ts';
import { useAccount } from '../../account.ts';
import { client } from '../../client.ts';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { cautionOf } from './caution.ts';
import { Difference } from './MeasuredTab.tsx';
import { refreshImprovements } from './useMoves.ts';

interface Judging {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly seen: Review['after'];
}

export interface EvaluationProps {
  readonly record: ImprovementRecord;
  /** What was measured last; null before. */
  readonly review: Review | null;
  readonly onReview: (review: Review) => void;
}

export function Evaluation({ record, review, onReview }: EvaluationProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { actor, may } = useAccount();
  const { id, figure, days, moves } = record;
  const part = judgedByAnother(record, actor.userId);
  const [verdict, setVerdict] = useState<Verdict | undefined>();
  const [reason, setReason] = useState('');
  const measuring = useTask((signal) => client.improvement.review({ id }, { signal }));
  const judging = useTask((signal, { verdict: chosen, reason: words, seen }: Judging) =>
    client.improvement.evaluate(
      { id, verdict: chosen, reason: words, seen: { value: seen.value, count: seen.count } },
      { signal },
    ),
  );
  const measure = async () => {
    const found = await measuring.start();
    if (found) onReview(found);
  };
  const judge = async () => {
    if (!review || !verdict) return;
    if ((await judging.start({ verdict, reason: reason.trim(), seen: review.after })) === undefined) return;
    void message.success(t('improvement.record.saved'));
    await refreshImprovements();
  };
  const running = measuring.state.kind === 'running' || judging.state.kind === 'running';
  const stage = () => t('improvement.record.measuringStage');
  return (
    <section className="panel measured-review" aria-label={t('improvement.record.verdict')}>
      <p className="improvement-note">{t('improvement.record.reviewHint', { days })}</p>
      <TaskProgress task={measuring} title={t('improvement.record.measuring')} stage={stage} />
      <TaskProgress task={judging} title={t('improvement.record.measuring')} stage={stage} />
      {may('improvement.write') && (
        <Button disabled={running} onClick={() => void measure()}>
          {t(review ? 'improvement.record.reviewAgain' : 'improvement.record.review')}
        </Button>
      )}
      {review && (
        <>
          <Difference change={review.change} figure={figure} />
          <Alert
            type="info"
            showIcon
            title={
              review.suggested === null
                ? t('improvement.record.noSuggestion')
                : t('improvement.record.suggested', { verdict: t(`improvement.verdict.${review.suggested}`) })
            }
            description={t(cautionOf(review.change))}
          />
        </>
      )}
      {may('improvement.decide') && part !== null && (
        <Alert
          type="warning"
          showIcon
          title={t(part === 'owned' ? 'improvement.record.ownerCannot' : 'improvement.record.measurerCannot')}
        />
      )}
      {review && moves.includes('evaluate') && (
        <Form layout="vertical" onFinish={() => void judge()}>
          <Form.Item label={t('improvement.record.verdict')} required>
            <Radio.Group
              aria-label={t('improvement.record.verdict')}
              value={verdict}
              options={VERDICTS.map((value) => ({ value, label: t(`improvement.verdict.${value}`) }))}
              onChange={({ target }) => setVerdict(target.value as Verdict)}
            />
          </Form.Item>
          <Form.Item label={t('improvement.record.reason')} htmlFor="improvement-reason" required>
            <Input.TextArea
              id="improvement-reason"
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" disabled={running || verdict === undefined || reason.trim() === ''}>
            {t('improvement.record.evaluate')}
          </Button>
        </Form>
      )}
    </section>
  );
}
