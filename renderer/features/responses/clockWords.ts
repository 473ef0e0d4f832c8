// A request's clock and a visit's state in words and tone.
import type { TFunction } from 'i18next';
import type { Tone } from '../../components/StateTag.tsx';
import type { MarkClock, MarkState, VisitState } from '../../../shared/domain/responses/marks.ts';

export const MARK_TONES: Readonly<Record<MarkState, Tone>> = {
  running: 'accent',
  met: 'met',
  late: 'warn',
  overdue: 'danger',
};
export const VISIT_TONES: Readonly<Record<VisitState, Tone>> = {
  planned: 'accent',
  made: 'met',
  late: 'warn',
  overdue: 'danger',
};

const MINUTE = 60_000;

/** 3 小时 20 分, below an hour 20 分. Whole minutes, cut. */
export function spanWords(t: TFunction, milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / MINUTE);
  return minutes < 60
    ? t('responses.minutes', { minutes })
    : t('responses.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** What stands beside the state: time left, time over, or how long it took. */
export function clockWords(
  t: TFunction,
  { state, limitAt }: MarkClock,
  askedAt: number,
  doneAt: number | null,
  now: number,
): string {
  switch (state) {
    case 'running':
      return t('responses.left', { time: spanWords(t, limitAt - now) });
    case 'overdue':
      return t('responses.over', { time: spanWords(t, now - limitAt) });
    case 'met':
    case 'late':
      return t('responses.took', { time: spanWords(t, (doneAt ?? now) - askedAt) });
  }
}
