// The audit entries of an observation as a history: neighbouring saves of the checklist count as one.
import type { AuditEntry } from '../../../../shared/contract/settings.ts';

/** Saves of the checklist itself: a day's work has hundreds. */
const ROUTINE: readonly string[] = [
  'observation.answered',
  'observation.noted',
  'observation.moved',
  'observation.findingSaved',
  'observation.evidenceCaptioned',
  'observation.timer',
];

type Entry = Pick<AuditEntry, 'seq' | 'at' | 'actor' | 'action'>;

export interface HistoryGroup {
  /** `saves` for routine writes, else the entry's own action. */
  readonly action: string;
  readonly count: number;
  readonly seq: number;
  readonly who: string;
  readonly at: string;
}

/** Newest first; neighbouring saves of one person become one entry with their number. */
export function grouped(entries: readonly Entry[]): readonly HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  for (const { seq, at, actor, action } of entries) {
    const who = actor ?? '';
    const last = groups.at(-1);
    if (ROUTINE.includes(action) && last?.action === 'saves' && last.who === who)
      groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ action: ROUTINE.includes(action) ? 'saves' : action, count: 1, seq, who, at });
  }
  return groups;
}

/** The action with who of the two signed, which stands in the entry's facts. */
export function told({ action, details }: Pick<AuditEntry, 'action' | 'details'>): string {
  if (action !== 'observation.signed') return action;
  const { party = '' } = JSON.parse(details) as { readonly party?: string };
  return party === '' ? action : `${action}_${party}`;
}
