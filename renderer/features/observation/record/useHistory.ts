// What happened to an observation, in words; the many saves of answers and texts are counted, not listed.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/contract/settings.ts';
import { observation } from '../../../../shared/i18n/zh-CN/observation.ts';
import { api } from '../../../client.ts';
import type { HistoryEntry } from '../../../components/record/History.tsx';

type Action = keyof typeof observation.action;

/** Saves of the checklist itself: a day's work has hundreds. */
const ROUTINE: readonly string[] = [
  'observation.answered',
  'observation.noted',
  'observation.moved',
  'observation.findingSaved',
  'observation.evidenceCaptioned',
  'observation.timer',
];

interface Group {
  readonly action: string;
  readonly count: number;
  readonly seq: number;
  readonly who: string;
  readonly at: string;
}

/** Newest first; neighbouring saves of one person become one entry with their number. */
export function grouped(
  entries: readonly {
    readonly seq: number;
    readonly at: string;
    readonly actor: string | null;
    readonly action: string;
  }[],
): readonly Group[] {
  const groups: Group[] = [];
  for (const { seq, at, actor, action } of entries) {
    const who = actor ?? '';
    const last = groups.at(-1);
    if (ROUTINE.includes(action) && last?.action === 'saves' && last.who === who)
      groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ action: ROUTINE.includes(action) ? 'saves' : action, count: 1, seq, who, at });
  }
  return groups;
}

/** Which of the two signed stands in the entry's facts. */
function told({ action, details }: AuditEntry): string {
  if (action !== 'observation.signed') return action;
  const { party = '' } = JSON.parse(details) as { readonly party?: string };
  return party === '' ? action : `${action}_${party}`;
}

const isAction = (key: string): key is Action => Object.hasOwn(observation.action, key);

export function useHistory(id: string): readonly HistoryEntry[] {
  const { t } = useTranslation();
  const { data = [] } = useQuery({ ...api.observation.history.queryOptions({ input: { id } }), staleTime: 0 });
  return grouped(data.map((entry) => ({ ...entry, action: told(entry) }))).map(({ action, count, seq, who, at }) => {
    const key = action.replace(/^observation\./, '').replace('redLine.', 'redLine_');
    return {
      key: seq,
      what: isAction(key) ? t(`observation.action.${key}`, { count }) : action,
      who,
      at,
    };
  });
}
