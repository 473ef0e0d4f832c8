// One clock of a request: its state as a tag, and the time left, over or taken.
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../shared/contract/responses.ts';
import { markOf, type Mark, type MarkClock } from '../../../shared/domain/responses/marks.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { clockWords, MARK_TONES } from './clockWords.ts';

type Times = Pick<RequestRow, 'askedAt' | 'repliedAt' | 'solvedAt'>;

const doneOf = (mark: Mark, { repliedAt, solvedAt }: Times): number | null => {
  const done = mark === 'reply' ? repliedAt : solvedAt;
  return done === null ? null : Date.parse(done);
};

export const clockOf = (mark: Mark, row: Times, now: number): MarkClock =>
  markOf(mark, Date.parse(row.askedAt), doneOf(mark, row), now);

export interface MarkTagProps {
  readonly mark: Mark;
  readonly row: Times;
  readonly now: number;
}

export function MarkTag({ mark, row, now }: MarkTagProps) {
  const { t } = useTranslation();
  const clock = clockOf(mark, row, now);
  return (
    <span className="response-clock">
      <StateTag tone={MARK_TONES[clock.state]}>{t(`responses.markState.${clock.state}`)}</StateTag>
      <span className="response-clock-time">
        {clockWords(t, clock, Date.parse(row.askedAt), doneOf(mark, row), now)}
      </span>
    </span>
  );
}
