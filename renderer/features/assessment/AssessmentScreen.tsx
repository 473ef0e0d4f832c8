// One assessment: its states along the top, the results by number, the ranking with the derivation beside it, and what changed
// after the result was computed.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import {
  ASSESSMENT_STATES,
  type AssessmentRecord,
  type AssessmentState,
  type ResultHead,
} from '../../../shared/contract/assessment.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useFormat } from '../../format.ts';
import { actionWords } from '../audit/auditWords.ts';
import { DifferencesTab } from './DifferencesTab.tsx';
import { RankingTab } from './RankingTab.tsx';
import { ResultTag } from './ResultTag.tsx';
import { useAssessmentWork } from './useAssessmentWork.ts';
import { usePeriodName } from './usePeriodName.ts';
import './assessment.css';

export function AssessmentScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.assessment.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(one) => <Assessment key={one.id} record={one} />}</Loaded>;
}

function PeriodBar({ state }: { readonly state: AssessmentState }) {
  const { t } = useTranslation();
  const at = ASSESSMENT_STATES.indexOf(state);
  return (
    <nav aria-label={t('assessment.record.steps')} className="assessment-steps">
      <Steps
        size="small"
        current={at}
        items={ASSESSMENT_STATES.map((one, index) => ({
          title: t(`assessment.state.${one}`),
          status: index < at || state === 'finalised' ? 'finish' : index === at ? 'process' : 'wait',
        }))}
      />
    </nav>
  );
}

/** What has to be known before the figures are read. */
function Notices({ record, result }: { readonly record: AssessmentRecord; readonly result: ResultHead | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const finalised = result?.state === 'finalised';
  const differences = useQuery({
    ...api.assessment.differences.queryOptions({ input: { resultId: result?.id ?? '' } }),
    enabled: finalised,
  });
  const early = result && !finalised && record.ended && format.day(result.asOf) < record.period.end;
  const changed = differences.data?.rows.length ?? 0;
  return (
    <>
      {!record.ended && (
        <Alert type="info" showIcon title={t('assessment.record.running', { day: record.period.end })} />
      )}
      {early && <Alert type="warning" showIcon title={t('assessment.record.early')} />}
      {finalised && differences.data?.intact === false && (
        <Alert type="error" showIcon title={t('assessment.record.broken')} />
      )}
      {finalised && changed > 0 && (
        <Alert type="warning" showIcon title={t('assessment.record.differs', { count: changed })} />
      )}
    </>
  );
}

function Assessment({ record }: { readonly record: AssessmentRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { may } = useAccount();
  const periodName = usePeriodName();
  const [search, setSearch] = useSearchParams();
  const result = record.all.find(({ id }) => id === search.get('result')) ?? record.all[0];
  const show = (id: string) => setSearch({ result: id }, { replace: true });
  const work = useAssessmentWork(record, show);
  const newest = result !== undefined && result.id === record.all[0]?.id;
  const compute = may('assessment.write') && (
    <Button
      type={record.results === 0 ? 'primary' : 'default'}
      disabled={work.computing}
      onClick={() => void work.compute()}
    >
      {t(record.results === 0 ? 'assessment.record.compute' : 'assessment.record.again')}
    </Button>
  );
  const meta = result && [
    t('assessment.record.computed', { who: result.computedBy, time: format.instant(result.asOf) }),
    t('assessment.record.reviewed', { done: result.reviewed, total: result.agents }),
    t('assessment.record.model', { version: result.model.version }),
    ...(result.reason === null ? [] : [t('assessment.record.because', { reason: result.reason })]),
    ...(result.finalisedAt === null
      ? []
      : [
          t('assessment.record.finalised', { who: result.finalisedBy ?? '', time: format.instant(result.finalisedAt) }),
          <span key="digest" title={result.digest ?? ''}>
            {t('assessment.record.digest', { digest: result.digest?.slice(0, 12) ?? '' })}
          </span>,
        ]),
  ];
  return (
    <RecordFrame
      title={t('assessment.record.title', { branch: record.branchName, period: periodName(record.period) })}
      tag={<ResultTag state={result?.state ?? record.state} />}
      {...(meta ? { meta } : {})}
      actions={
        <>
          {record.all.length > 0 && (
            <Select<string>
              aria-label={t('assessment.record.result')}
              value={result?.id ?? null}
              popupMatchSelectWidth={false}
              options={record.all.map(({ id, number, state, asOf }) => ({
                value: id,
                label: t('assessment.record.resultOption', {
                  number,
                  state: t(`assessment.state.${state}`),
                  time: format.day(asOf),
                }),
              }))}
              onChange={show}
            />
          )}
          {compute}
          {result && newest && result.state === 'inReview' && may('assessment.decide') && (
            <Button type="primary" onClick={() => void work.finalise(result)}>
              {t('assessment.record.finalise')}
            </Button>
          )}
        </>
      }
      notice={
        <>
          <PeriodBar state={record.state} />
          <TaskProgress
            task={work.task}
            title={t('assessment.record.computing')}
            stage={(name) => (name === 'scores' || name === 'writing' ? t(`assessment.record.stage.${name}`) : '')}
          />
          <Notices record={record} result={result} />
        </>
      }
      tabs={[
        {
          key: 'ranking',
          label: t('assessment.record.tab.ranking'),
          children: result ? (
            <RankingTab key={result.id} result={result} />
          ) : (
            <EmptyState
              title={t('assessment.record.collecting')}
              hint={t('assessment.record.collectingHint')}
              action={compute}
            />
          ),
        },
        ...(result
          ? [
              {
                key: 'differences',
                label: t('assessment.record.tab.differences'),
                children: <DifferencesTab key={result.id} resultId={result.id} />,
              },
            ]
          : []),
      ]}
      history={record.history.map((entry) => ({
        key: entry.seq,
        what: actionWords(t, entry.action),
        who: entry.actor ?? '',
        at: entry.at,
      }))}
    />
  );
}
