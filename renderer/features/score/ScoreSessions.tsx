// The sessions of a period, each one Enter away from its record.
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionScoreRow } from '../../../shared/contract/score.ts';
import { score, useFormat } from '../../format.ts';

export function ScoreSessions({ sessions }: { readonly sessions: readonly SessionScoreRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="score-panel" aria-labelledby="score-sessions">
      <h2 id="score-sessions">{t('score.sessionsOfPeriod')}</h2>
      <p className="score-without">{t('score.relation')}</p>
      <Table<SessionScoreRow>
        size="small"
        rowKey="observationId"
        pagination={false}
        dataSource={[...sessions]}
        locale={{ emptyText: t('score.noSessions') }}
        columns={[
          {
            title: t('score.serviceAt'),
            render: (_, row) => <Link to={`/observations/${row.observationId}`}>{format.instant(row.serviceAt)}</Link>,
          },
          {
            title: t('score.sessionScore'),
            align: 'right',
            width: 160,
            render: (_, row) => (row.score === null ? '–' : score(row.score)),
          },
        ]}
      />
    </section>
  );
}
