// The record of a review: what was checked, the problem records, the red lines, history.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ReviewRecord } from '../../../shared/contract/records.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { withdrawalRefusal } from '../../../shared/domain/inspection/rights.ts';
import { checkKind, partOf, tallyOf } from '../../../shared/domain/records/parts.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { score, useFormat } from '../../format.ts';
import { Findings } from '../inspection/Findings.tsx';
import { inspectionHistory } from '../inspection/inspectionHistory.ts';
import { photoReader } from '../inspection/photos.ts';
import { RedLines } from '../inspection/RedLines.tsx';
import { StateMark, VerdictMark } from '../inspection/StateMark.tsx';
import { useAct } from '../inspection/useAct.ts';
import { useSpoken } from '../observation/language.ts';

export function ReviewScreen() {
  const { id = '' } = useParams();
  const review = useQuery({ ...api.records.review.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={review}>{(data) => <Review key={data.id} review={data} />}</Loaded>;
}

function Review({ review }: { readonly review: ReviewRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const ask = useConfirm();
  const act = useAct();
  const { actor, may } = useAccount();
  const { id, agent, row, state, standard } = review;
  const history = useQuery({ ...api.records.reviewHistory.queryOptions({ input: { id } }), staleTime: 0 });
  const own = review.reviewer.id === actor.userId;
  const withdrawable =
    may('records.write') && withdrawalRefusal({ state, own, decides: may('redLine.decide') }) === null;
  const withdraw = async () => {
    const reason = await ask.reason({
      title: t('records.withdraw.title'),
      text: t('records.withdraw.text'),
      label: t('inspection.reason'),
      ok: t('inspection.withdraw'),
      danger: true,
    });
    if (reason !== null) await act(() => client.records.withdraw({ id, reason }));
  };
  const lines = review.redLines.filter((line) => line.state !== 'retracted').length;
  const count = (n: number) => (n === 0 ? '' : ` ${n}`);
  return (
    <RecordFrame
      title={t('records.reviewTitle', { agent: agent.name, reference: row.reference })}
      tag={<StateMark state={state} />}
      meta={[
        agent.employeeNumber,
        [agent.branchName, agent.team].filter(Boolean).join(' · '),
        format.instant(review.submittedAt ?? review.startedAt),
        t('records.by', { name: review.reviewer.name }),
      ]}
      actions={
        <>
          {review.writable && (
            <Button type="primary" onClick={() => void navigate(`/records/reviews/${id}/run`)}>
              {t('records.draw.goOn')}
            </Button>
          )}
          <Button onClick={() => void navigate(`/records/${review.sampleId}`)}>{t('records.toSample')}</Button>
          {withdrawable && <Button onClick={() => void withdraw()}>{t('inspection.withdraw')}</Button>}
        </>
      }
      notice={
        state === 'withdrawn' && (
          <Alert
            type="info"
            showIcon
            title={t('inspection.withdrawn', {
              time: review.withdrawnAt === null ? '' : format.instant(review.withdrawnAt),
              reason: review.withdrawReason ?? '',
            })}
          />
        )
      }
      tabs={[
        { key: 'checks', label: t('records.run.checks'), children: <Checks review={review} /> },
        {
          key: 'findings',
          label: t('inspection.findings') + count(review.findings.length),
          children: (
            <Findings
              findings={review.findings}
              photos={review.photos}
              read={photoReader('record', id)}
              criteria={standard.criteria}
            />
          ),
        },
        {
          key: 'redLines',
          label: t('inspection.redLines') + count(lines),
          children: (
            <RedLines
              lines={review.redLines}
              standard={standard}
              state={state}
              inspectorId={review.reviewer.id}
              keepStatement={(redLineId, statement) => client.records.redLineStatement({ id, redLineId, statement })}
              decide={(redLineId, confirmed, reason) =>
                client.records.decideRedLine({ id, redLineId, confirmed, reason })
              }
            />
          ),
        },
      ]}
      history={inspectionHistory(t, history.data ?? [])}
    />
  );
}

function Checks({ review }: { readonly review: ReviewRecord }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { row, standard } = review;
  const given = new Map(review.checks.map(({ criterion, verdict }) => [criterion, verdict]));
  const kept = (kind: 'all' | 'file') =>
    tallyOf(
      standard.criteria.flatMap((criterion) => {
        const verdict = given.get(criterion.code);
        if (verdict === undefined || (kind === 'file' && checkKind(criterion) !== 'file')) return [];
        return [verdict === 'notApplicable' ? null : verdict === 'passed'];
      }),
    );
  const tally = (kind: 'all' | 'file'): string => {
    const { passed, failed, notApplicable, share } = kept(kind);
    return t('records.tally', { share: share === null ? '–' : score(share), passed, failed, notApplicable });
  };
  return (
    <>
      <Descriptions
        className="inspect-facts"
        size="small"
        column={2}
        items={[
          { key: 'day', label: t('records.frame.day'), children: row.day },
          { key: 'kind', label: t('records.frame.kind'), children: t(`words.serviceKind.${row.kind}`) },
          { key: 'client', label: t('records.frame.client'), children: row.client || '–' },
          {
            key: 'standard',
            label: t('inspection.standard'),
            children: t('inspection.version', { number: standard.number, title: standard.title }),
          },
          { key: 'all', label: t('records.measure.record'), children: tally('all') },
          { key: 'file', label: t('records.measure.file'), children: tally('file') },
          { key: 'digest', label: t('inspection.digest'), children: review.digest?.slice(0, 16) ?? '–' },
        ]}
      />
      <Table<Criterion>
        size="small"
        rowKey="code"
        dataSource={[...standard.criteria]}
        pagination={false}
        columns={[
          { title: t('inspection.code'), dataIndex: 'code', width: 88 },
          { title: t('inspection.part'), width: 168, render: (_, one) => t(`records.part.${partOf(one)}`) },
          {
            title: t('inspection.check'),
            render: (_, one) => (
              <>
                {spoken(one.text)} {one.redLine && <StateTag tone="danger">{t('words.redLine')}</StateTag>}
              </>
            ),
          },
          {
            title: t('inspection.outcome'),
            width: 120,
            render: (_, one) => <VerdictMark verdict={given.get(one.code) ?? null} />,
          },
        ]}
      />
    </>
  );
}
