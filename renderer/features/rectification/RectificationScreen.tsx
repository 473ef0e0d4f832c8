// One rectification: its state and deadline, what may be done now, and its course in tabs.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { sentBackBy } from '../../../shared/domain/rectification/course.ts';
import { isRunning } from '../../../shared/domain/rectification/states.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';
import { RECTIFICATION_TONES } from '../findings/tones.ts';
import { ChecksTab } from './ChecksTab.tsx';
import { EffectTab } from './EffectTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import { Moves } from './Moves.tsx';
import { CauseTab } from './CauseTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { ToldTab } from './ToldTab.tsx';
import { useClosing } from './useClosing.ts';
import { useMoves } from './useMoves.tsx';

export function RectificationScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.rectification.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(one) => <Rectification key={one.id} record={one} />}</Loaded>;
}

function Notices({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const waiting = record.extensionRows.find(({ granted }) => granted === null);
  const moves = useMoves(record, waiting?.to);
  const sentBack = sentBackBy(record.state, record.moves);
  const { parts, lacks } = useClosing(record);
  const { may } = useAccount();
  const mayDecide = record.refusals.grantExtension === null;
  const barred = record.state === 'submitted' && may('findings.write') ? record.refusals.verify : null;
  return (
    <>
      {sentBack && (
        <Alert
          className="rect-alert"
          type="warning"
          showIcon
          title={t('rectification.record.sentBack', { who: sentBack.by, time: format.instant(sentBack.at) })}
          description={<span className="rect-words">{sentBack.reason}</span>}
        />
      )}
      {lacks !== null && (
        <Alert
          className="rect-alert"
          type="info"
          showIcon
          title={lacks}
          action={
            <>
              {parts.includes('effect') && <Link to="?tab=effect">{t('rectification.record.tab.effect')}</Link>}{' '}
              {parts.some((part) => part !== 'effect') && (
                <Link to="?tab=told">{t('rectification.record.tab.told')}</Link>
              )}
            </>
          }
        />
      )}
      {record.state === 'withdrawn' && (
        <Alert
          type="info"
          showIcon
          title={t('rectification.record.withdrawn', { reason: record.withdrawReason ?? '' })}
        />
      )}
      {record.state === 'planned' && record.missing.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('rectification.record.incomplete', {
            parts: record.missing.map((part) => t(`rectification.missing.${part}`)).join(t('audit.facts.comma')),
          })}
        />
      )}
      {barred !== null && (
        <Alert
          type="info"
          showIcon
          title={failureText(t, { code: 'CONFLICT', data: { reason: barred, params: {} } })}
        />
      )}
      {waiting && isRunning(record.state) && (
        <Alert
          type="warning"
          showIcon
          title={t('rectification.record.extensionWaits', {
            ...{ who: waiting.askedBy, day: waiting.to, reason: waiting.reason },
          })}
          action={
            mayDecide && (
              <>
                <Button size="small" onClick={moves.ask('refuse')}>
                  {t('rectification.ask.refuse')}
                </Button>{' '}
                <Button size="small" type="primary" onClick={moves.ask('grant')}>
                  {t('rectification.ask.grant')}
                </Button>
              </>
            )
          }
        />
      )}
      {moves.dialog}
    </>
  );
}

function Rectification({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { id, state, agentId, agentName, employeeNumber, branchName, team, deadline, daysOverdue } = record;
  const tab = (key: 'overview' | 'plan' | 'checks' | 'evidence' | 'effect' | 'told') =>
    t(`rectification.record.tab.${key}`);
  return (
    <RecordFrame
      title={record.title}
      tag={
        <>
          <StateTag tone={RECTIFICATION_TONES[state]}>{t(`rectification.state.${state}`)}</StateTag>
          {sentBackBy(state, record.moves) !== null && (
            <StateTag tone="danger">{t('rectification.record.sentBackTag')}</StateTag>
          )}
          {isRunning(state) && (
            <StateTag tone={daysOverdue > 0 ? 'danger' : 'neutral'}>
              {daysOverdue > 0
                ? t('rectification.record.overdue', { day: deadline, count: daysOverdue })
                : t('rectification.record.due', { day: deadline })}
            </StateTag>
          )}
        </>
      }
      meta={[
        <Link key="agent" to={`/people/${agentId}`}>
          {`${agentName} ${employeeNumber}`}
        </Link>,
        [branchName, team].filter(Boolean).join(' '),
        t('rectification.record.owner', { name: record.owner.name }),
        t('rectification.record.meta', { who: record.plannedBy, time: format.instant(record.plannedAt) }),
        ...(record.follows === null
          ? []
          : [
              <Link key="follows" to={`/rectifications/${record.follows}`}>
                {t('rectification.record.follows')}
              </Link>,
            ]),
        ...record.followedBy.map((other) => (
          <Link key={other} to={`/rectifications/${other}`}>
            {t('rectification.record.followedBy')}
          </Link>
        )),
      ]}
      actions={
        <>
          {(state === 'verified' || state === 'closed') && (
            <Button onClick={() => void navigate(`/rectifications/${id}/report`)}>
              {t('rectification.record.report')}
            </Button>
          )}
          <Moves record={record} />
        </>
      }
      notice={<Notices record={record} />}
      tabs={[
        { key: 'overview', label: tab('overview'), children: <OverviewTab record={record} /> },
        { key: 'plan', label: tab('plan'), children: <CauseTab record={record} /> },
        { key: 'checks', label: tab('checks'), children: <ChecksTab record={record} /> },
        { key: 'evidence', label: tab('evidence'), children: <EvidenceTab record={record} /> },
        { key: 'effect', label: tab('effect'), children: <EffectTab record={record} /> },
        { key: 'told', label: tab('told'), children: <ToldTab record={record} /> },
      ]}
      history={record.moves.toReversed().map(({ number, move, by, at, reason, findings }) => ({
        ...{ key: number, who: by, at },
        what:
          findings > 0
            ? t('rectification.record.withFindings', { move: t(`rectification.move.${move}`), count: findings })
            : t(`rectification.move.${move}`),
        ...(reason === null ? {} : { reason }),
      }))}
    />
  );
}
