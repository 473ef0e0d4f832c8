// Who takes part and how far they are; scores and sessions only once they may be seen.
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CalibrationRecord } from '../../../shared/contract/calibration.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { score, useFormat } from '../../format.ts';
import { SESSION_TONES } from './tones.ts';

type Session = CalibrationRecord['sessions'][number];

export function SessionsTab({ record }: { readonly record: CalibrationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const hidden = (row: Session, text: string) => (row.observationId === null ? t('calibration.record.hidden') : text);
  return (
    <Table<Session>
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={record.sessions}
      columns={[
        { title: t('calibration.sessions.assessor'), dataIndex: 'name' },
        {
          title: t('calibration.sessions.state'),
          key: 'state',
          render: (_, { state }) => (
            <StateTag tone={SESSION_TONES[state]}>{t(`calibration.session.${state}`)}</StateTag>
          ),
        },
        {
          title: t('calibration.sessions.submittedAt'),
          key: 'submittedAt',
          render: (_, { submittedAt }) => (submittedAt === null ? '–' : format.instant(submittedAt)),
        },
        {
          title: t('calibration.sessions.score'),
          key: 'score',
          align: 'right',
          render: (_, row) => hidden(row, row.score === null ? '–' : score(row.score)),
        },
        {
          title: t('calibration.sessions.redLines'),
          key: 'redLines',
          align: 'right',
          render: (_, row) => hidden(row, String(row.redLines)),
        },
        {
          title: t('calibration.sessions.open'),
          key: 'open',
          render: (_, { observationId }) =>
            observationId !== null && (
              <Button size="small" onClick={() => void navigate(`/observations/${observationId}`)}>
                {t('calibration.sessions.open')}
              </Button>
            ),
        },
      ]}
    />
  );
}
