// An agent's audit entries as sentences of the record's history.
import type { TFunction } from 'i18next';
import { REVEAL_REASONS } from '../../../shared/contract/people.ts';
import { ROSTER_FIELDS } from '../../../shared/contract/roster.ts';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import type { HistoryEntry } from '../../components/record/History.tsx';

interface Details {
  readonly via?: string;
  readonly fromDay?: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

function sentence(t: TFunction, { action, details }: AuditEntry): string {
  const { via, fromDay = '', reason, fields = {} } = JSON.parse(details) as Details;
  const roster = via === 'roster' ? t('people.agent.history.viaRoster') : '';
  switch (action) {
    case 'agent.added':
      return t('people.agent.history.added') + roster;
    case 'agent.changed': {
      const names = ROSTER_FIELDS.filter((field) => field in fields).map((field) => t(`people.field.${field}`));
      return t('people.agent.history.changed', { fields: names.join(t('people.agent.history.comma')) }) + roster;
    }
    case 'agent.assigned':
      return t('people.agent.history.assigned', { day: fromDay }) + roster;
    case 'agent.phoneRevealed': {
      const known = REVEAL_REASONS.find((one) => one === reason);
      return t('people.agent.history.phoneRevealed', { reason: known ? t(`people.revealReason.${known}`) : '' });
    }
    default:
      return action;
  }
}

/** Newest first, as the record frame shows them. */
export const agentHistory = (t: TFunction, entries: readonly AuditEntry[]): HistoryEntry[] =>
  entries.map((entry) => ({ key: entry.seq, what: sentence(t, entry), who: entry.actor ?? '', at: entry.at }));
