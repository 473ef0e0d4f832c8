// The audit entries of a sample, review or patrol as its history; neighbouring saves of one person count as one.
import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import type { HistoryEntry } from '../../components/record/History.tsx';
import { actionWords } from '../audit/auditWords.ts';

/** Saves of the checklist itself: a day's work has hundreds. */
const ROUTINE: readonly string[] = [
  'checked',
  'findingSaved',
  'photoAdded',
  'photoCaptioned',
  'photoRemoved',
  'registered',
  'rowRemoved',
];

export function inspectionHistory(t: TFunction, entries: readonly AuditEntry[]): HistoryEntry[] {
  const shown: (HistoryEntry & { action: string; count: number })[] = [];
  for (const { seq, at, actor, action } of entries) {
    const who = actor ?? '';
    const last = shown.at(-1);
    if (last?.action === action && last.who === who && ROUTINE.includes(action.split('.')[1] ?? '')) {
      const count = last.count + 1;
      shown[shown.length - 1] = {
        ...last,
        count,
        what: t('inspection.times', { what: actionWords(t, action), count }),
      };
    } else shown.push({ key: seq, what: actionWords(t, action), who, at, action, count: 1 });
  }
  return shown.map(({ key, what, who, at }) => ({ key, what, who, at }));
}
