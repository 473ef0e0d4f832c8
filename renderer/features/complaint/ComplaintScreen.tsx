// One complaint case: the track of its seven states, the two clocks on one axis, and below them the case and its people, what the next
// step needs, and evidence and letters. Steps of a joined case are taken in the case that it was joined to.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { api } from '../../client.ts';
import type { HistoryEntry } from '../../components/record/History.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { actionWords } from '../audit/auditWords.ts';
import { AfterTab } from './AfterTab.tsx';
import { BindingTag } from './BindingTag.tsx';
import { CaseActions } from './CaseActions.tsx';
import { CaseEvidence } from './CaseEvidence.tsx';
import { CasePeople } from './CasePeople.tsx';
import { ClockBars } from './ClockBars.tsx';
import { STATE_TONES } from './complaintTones.ts';
import { RoundsTab } from './RoundsTab.tsx';
import { StepPanel } from './StepPanel.tsx';
import { Track } from './Track.tsx';
import { useHistoryWords } from './useHistoryWords.tsx';
import './complaint.css';

function Tags({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  return (
    <>
      <StateTag tone={STATE_TONES[record.state]}>{t(`complaint.state.${record.state}`)}</StateTag>
      {record.end && <StateTag>{t(`complaint.end.${record.end}`)}</StateTag>}
      {record.round > 1 && <StateTag tone="warn">{t('complaint.track.round', { round: record.round })}</StateTag>}
      {record.major && (
        <StateTag tone="danger">
          {`${t('complaint.list.majorTag')} ${t('complaint.list.people', { count: record.complainants })}`}
        </StateTag>
      )}
      {record.repeat && <StateTag tone="warn">{t('complaint.list.repeatTag')}</StateTag>}
      {record.joined > 0 && <StateTag>{t('complaint.list.joinedTag', { count: record.joined })}</StateTag>}
      {record.binding !== null && record.binding.caseNumber !== null && <BindingTag binding={record.binding} />}
    </>
  );
}

function Case({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const said = useHistoryWords(record);
  const history: HistoryEntry[] = record.history.map(({ seq, action, actor, at }) => {
    const reason = said(action, at);
    return { key: seq, what: actionWords(t, action), who: actor ?? '', at, ...(reason === null ? {} : { reason }) };
  });
  const meta = [
    t(`complaint.channel.${record.channel}`),
    format.instant(record.receivedAt),
    [t(`complaint.category.${record.category}`), record.subclass && t(`complaint.subclass.${record.subclass}`)]
      .filter(Boolean)
      .join(' / '),
    record.handlerName && `${t('complaint.field.handler')} ${record.handlerName}`,
  ].filter(Boolean);
  return (
    <RecordFrame
      title={t('complaintCase.title', { number: record.number })}
      tag={<Tags record={record} />}
      meta={meta}
      actions={<CaseActions record={record} />}
      notice={
        <>
          {record.joinedToId !== null && (
            <Alert
              type="info"
              showIcon
              title={t('complaintCase.joinedInto', { number: record.joinedToNumber ?? '' })}
              action={
                <Button size="small" onClick={() => void navigate(`/complaints/${record.joinedToId}`)}>
                  {t('complaintCase.openHead')}
                </Button>
              }
            />
          )}
          {record.withdrawal !== null && record.state !== 'archived' && (
            <Alert
              type="info"
              showIcon
              title={t('complaintCase.leftTitle', {
                ...{ at: format.instant(record.withdrawal.at), number: record.withdrawal.archiveNumber },
              })}
              {...(record.withdrawal.late ? { description: t('complaintCase.withdrawnLate') } : {})}
            />
          )}
          {record.purgedAt !== null && (
            <Alert type="warning" showIcon title={t('complaintCase.purged', { day: format.day(record.purgedAt) })} />
          )}
          <Track record={record} />
          <ClockBars clocks={record.clocks} />
        </>
      }
      tabs={[
        {
          key: 'work',
          label: t('complaintCase.tabs.work'),
          children: (
            <div className="case-columns">
              <CasePeople record={record} />
              <StepPanel record={record} />
              <CaseEvidence record={record} />
            </div>
          ),
        },
        { key: 'rounds', label: t('complaintCase.tabs.rounds'), children: <RoundsTab record={record} /> },
        { key: 'after', label: t('complaintCase.tabs.after'), children: <AfterTab record={record} /> },
      ]}
      history={history}
    />
  );
}

export function ComplaintScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.complaint.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(one) => <Case key={one.id} record={one} />}</Loaded>;
}
