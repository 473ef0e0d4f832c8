// A row's audit entries as sentences of its history.
import type { TFunction } from 'i18next';
import { ImportField } from '../../../shared/contract/responses.ts';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import type { HistoryEntry } from '../../components/record/History.tsx';

interface Details {
  readonly via?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

function sentence(t: TFunction, { action, details }: AuditEntry): string {
  const { via, fields = {} } = JSON.parse(details) as Details;
  switch (action.split('.')[1]) {
    case 'recorded':
      return via === 'import' ? t('responses.history.recordedByImport') : t('responses.history.recorded');
    case 'completed': {
      const known = ImportField.options.filter((field) => field in fields);
      const names = known.map((field) => t(`responses.field.${field}`)).join(t('responses.history.comma'));
      return t('responses.history.completed', { fields: names });
    }
    case 'corrected':
      return t('responses.history.corrected');
    case 'withdrawn':
      return t('responses.history.withdrawn');
    default:
      return action;
  }
}

/** Newest first, as the record frame shows them; the reason of a withdrawal stands on the row. */
export const responseHistory = (t: TFunction, entries: readonly AuditEntry[], reason: string | null): HistoryEntry[] =>
  entries.map((entry) => ({
    ...{ key: entry.seq, what: sentence(t, entry), who: entry.actor ?? '', at: entry.at },
    ...(reason !== null && entry.action.endsWith('.withdrawn') ? { reason } : {}),
  }));
