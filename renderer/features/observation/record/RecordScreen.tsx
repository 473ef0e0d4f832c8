// The record of an observation: overview, answers by revision, problem records, red lines, photos, signatures, history.
import { FlagFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { withdrawalRefusal } from '../../../../shared/domain/observation/withdrawal.ts';
import { useAccount } from '../../../account.ts';
import { api } from '../../../client.ts';
import { RecordFrame } from '../../../components/record/RecordFrame.tsx';
import type { CameUp } from '../../../components/record/useBack.ts';
import { Loaded } from '../../../components/states.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { useFormat } from '../../../format.ts';
import { standingFindings } from '../standingFindings.ts';
import { StateMarks } from '../StateMarks.tsx';
import { useEnding } from '../useEnding.ts';
import { AnswersTab } from './AnswersTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { RedLinesTab } from './RedLinesTab.tsx';
import { SignaturesTab } from './SignaturesTab.tsx';
import { useHistory } from './useHistory.ts';
import '../fields.css';
import './record.css';

export function RecordScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.observation.open.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(open) => <Record key={open.id} record={open} />}</Loaded>;
}

function Record({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const location = useLocation();
  const { actor, may } = useAccount();
  const { withdraw, cancelPlan, amend, discardAmendment } = useEnding();
  const history = useHistory(record.id);
  const { state, amending, agent } = record;
  const own = record.assessor.id === actor.userId && may('observation.write');
  const withdrawable =
    may('observation.write') &&
    !amending &&
    withdrawalRefusal({ state, own: record.assessor.id === actor.userId, decides: may('redLine.decide') }) === null;
  const when = record.serviceAt ?? record.plannedOn;
  const count = (n: number) => (n === 0 ? '' : ` ${n}`);
  const redLines = record.redLines.filter((one) => one.state !== 'retracted');
  const resume = (
    // After Esc in the runner the hands lie on the way back into it; in its place, so that Esc here leads on to the list.
    <Button
      type="primary"
      autoFocus={(location.state as Partial<CameUp> | null)?.cameUp === true}
      onClick={() => void navigate(`/observations/${record.id}/run`, { replace: true })}
    >
      {t('observation.list.resume')}
    </Button>
  );
  return (
    <RecordFrame
      title={t('observation.record.title', { agent: agent.name })}
      tag={
        <>
          <StateMarks {...record} revision={record.revision?.number ?? null} />
          {(['pending', 'confirmed'] as const).map(
            (one) =>
              redLines.some((line) => line.state === one) && (
                <StateTag key={one} tone="danger">
                  <FlagFilled /> {t(`observation.redLine.state.${one}`)}
                </StateTag>
              ),
          )}
        </>
      }
      meta={[
        agent.employeeNumber,
        [agent.branchName, agent.team].filter(Boolean).join(' · '),
        ...(when === null ? [] : [when.length === 10 ? when : format.instant(when)]),
        t('observation.record.by', { assessor: record.assessor.name }),
      ]}
      actions={
        <>
          {own && record.writable && resume}
          {own && state === 'planned' && (
            <Button type="primary" onClick={() => void navigate(`/observations/start?planned=${record.id}`)}>
              {t('observation.list.startPlanned')}
            </Button>
          )}
          {state === 'planned' && may('observation.write') && (
            <Button onClick={() => void cancelPlan(record.id)}>{t('observation.list.cancelPlan')}</Button>
          )}
          {record.calibrationId !== null && (
            <Button onClick={() => void navigate(`/calibration/${record.calibrationId}`)}>
              {t('calibration.toRecord')}
            </Button>
          )}
          {own && state === 'submitted' && !amending && record.calibrationId === null && (
            <Button
              onClick={() =>
                void amend(record.id).then((done) => {
                  if (done) void navigate(`/observations/${record.id}/run`, { replace: true });
                })
              }
            >
              {t('observation.record.amend')}
            </Button>
          )}
          {own && amending && (
            <Button onClick={() => void discardAmendment(record.id)}>{t('observation.record.discard')}</Button>
          )}
          {withdrawable && <Button onClick={() => void withdraw(record.id)}>{t('observation.list.withdraw')}</Button>}
        </>
      }
      notice={
        state === 'withdrawn' || state === 'cancelled' ? (
          <Alert
            type="info"
            showIcon
            title={t(`observation.record.${state}`, {
              time: record.withdrawnAt === null ? '' : format.instant(record.withdrawnAt),
              reason: record.withdrawReason ?? '',
            })}
          />
        ) : undefined
      }
      tabs={[
        { key: 'overview', label: t('observation.record.tab.overview'), children: <OverviewTab record={record} /> },
        { key: 'answers', label: t('observation.record.tab.answers'), children: <AnswersTab record={record} /> },
        {
          key: 'findings',
          label: t('observation.record.tab.findings') + count(standingFindings(record).length),
          children: <FindingsTab record={record} />,
        },
        {
          key: 'redLines',
          label: t('observation.record.tab.redLines') + count(redLines.length),
          children: <RedLinesTab record={record} />,
        },
        {
          key: 'evidence',
          label: t('observation.record.tab.evidence') + count(record.evidence.length),
          children: <EvidenceTab record={record} />,
        },
        {
          key: 'signatures',
          label: t('observation.record.tab.signatures'),
          children: <SignaturesTab record={record} />,
        },
      ]}
      history={history}
    />
  );
}
