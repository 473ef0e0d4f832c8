// What happened to a record, newest first: what, who, when, with a reason where one was asked.
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';

export interface HistoryEntry {
  readonly key: string | number;
  readonly what: ReactNode;
  /** Name of the person, or the system. */
  readonly who: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly reason?: ReactNode;
}

export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entries.length === 0) return <Typography.Text type="secondary">{t('frame.record.noHistory')}</Typography.Text>;
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.key}>
          <span>{entry.what}</span>
          <Typography.Text type="secondary">
            {t('frame.record.by', { who: entry.who, when: format.instant(entry.at) })}
          </Typography.Text>
          {entry.reason === undefined ? null : <div className="history-reason">{entry.reason}</div>}
        </li>
      ))}
    </ol>
  );
}
