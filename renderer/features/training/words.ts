// How marks and states of 培训 are written and coloured.
import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import type { ProgressRow } from '../../../shared/contract/trainingInsight.ts';
import type { PlanRow } from '../../../shared/contract/trainingRows.ts';
import { TrainingField } from '../../../shared/contract/trainingWords.ts';
import { parseMark } from '../../../shared/domain/training/mark.ts';
import type { HistoryEntry } from '../../components/record/History.tsx';
import type { Tone } from '../../components/StateTag.tsx';

export const STANDING_TONES: Readonly<Record<ProgressRow['standing'], Tone>> = {
  met: 'met',
  onTrack: 'neutral',
  short: 'warn',
};

export const PLAN_TONES: Readonly<Record<PlanRow['state'], Tone>> = {
  planned: 'accent',
  overdue: 'danger',
  done: 'met',
  cancelled: 'neutral',
};

/** 86%, 41/50, 良好; empty where there is none. */
export function markWords(t: TFunction, mark: string | null): string {
  if (mark === null) return '';
  const known = parseMark(mark);
  return known?.kind === 'grade' ? t(`training.grade.${known.grade}`) : mark;
}

/** Hours without needless noughts: 4, 2.5. */
export const hoursText = (hours: number): string => String(Math.round(hours * 100) / 100);

interface Details {
  readonly via?: string;
  readonly version?: number;
  readonly fields?: Readonly<Record<string, string>>;
}

function recordSentence(t: TFunction, { action, details }: AuditEntry): string {
  const { via, fields = {} } = JSON.parse(details) as Details;
  switch (action.split('.')[1]) {
    case 'recorded':
      return via === 'import' ? t('training.history.recordedByImport') : t('training.history.recorded');
    case 'completed': {
      const known = TrainingField.options.filter((field) => field in fields);
      const names = known.map((field) => t(`training.field.${field}`)).join(t('training.history.comma'));
      return t('training.history.completed', { fields: names });
    }
    case 'corrected':
      return t('training.history.corrected');
    case 'withdrawn':
      return t('training.history.withdrawn');
    default:
      return action;
  }
}

/** Newest first; the reason of a withdrawal stands on the row. */
export const recordHistory = (t: TFunction, entries: readonly AuditEntry[], reason: string | null): HistoryEntry[] =>
  entries.map((entry) => ({
    ...{ key: entry.seq, what: recordSentence(t, entry), who: entry.actor ?? '', at: entry.at },
    ...(reason !== null && entry.action.endsWith('.withdrawn') ? { reason } : {}),
  }));

const COURSE_ACTIONS = ['added', 'changed', 'retired', 'resumed', 'feedback', 'feedbackWithdrawn'] as const;

export const courseHistory = (t: TFunction, entries: readonly AuditEntry[]): HistoryEntry[] =>
  entries.map(({ seq, action, actor, at, details }) => {
    const known = COURSE_ACTIONS.find((one) => action === `trainingCourse.${one}`);
    const { version = 0 } = JSON.parse(details) as Details;
    return {
      ...{ key: seq, who: actor ?? '', at },
      what: known ? t(`training.history.course.${known}`, { version }) : action,
    };
  });
