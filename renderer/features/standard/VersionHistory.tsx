// The version's own facts: digest, and what was done with it by whom.
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import type { StandardVersion } from '../../../shared/contract/standard.ts';
import type { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import { History } from '../../components/record/History.tsx';

type Action = keyof typeof zhCN.standard.historyOf;

export interface VersionHistoryProps {
  readonly version: StandardVersion;
  readonly entries: readonly AuditEntry[];
}

/** Which line an entry is about: its details hold a clause or a code. */
function lineOf({ details }: AuditEntry): string {
  const { code, clause } = JSON.parse(details) as { readonly code?: string; readonly clause?: string };
  return code ?? clause ?? '';
}

export function VersionHistory({ version, entries }: VersionHistoryProps) {
  const { t } = useTranslation();
  return (
    <>
      <section className="standard-both">
        <h2>{t('standard.digest')}</h2>
        <Typography.Text className="standard-digest" copyable={{ tooltips: [t('frame.copy'), t('frame.copied')] }}>
          {version.digest}
        </Typography.Text>
      </section>
      <section className="standard-both">
        <h2>{t('standard.history')}</h2>
        <History
          entries={entries.map((entry) => ({
            key: entry.seq,
            what: `${t(`standard.historyOf.${entry.action.replace('standard.', '') as Action}`)} ${lineOf(entry)}`.trim(),
            who: entry.actor ?? t('frame.product'),
            at: entry.at,
          }))}
        />
      </section>
    </>
  );
}
