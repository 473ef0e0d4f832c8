// The selected agent of a result: figures, the derivation down to single answers, the evidence that counts, review and
// decisions. Everything comes from what the result stored.
import { CheckOutlined, FlagFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgentResult, ResultHead, ResultRow } from '../../../shared/contract/assessment.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { offeredDecisions } from '../../../shared/domain/assessment/decisions.ts';
import { api } from '../../client.ts';
import { DerivationTree } from '../../components/derivation/DerivationTree.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { score, useFormat } from '../../format.ts';
import { ResultActions } from '../appeal/ResultActions.tsx';
import { useSpoken } from '../observation/language.ts';
import { Decisions } from './Decisions.tsx';
import { GRADE_TONES } from './gradeTones.ts';
import { recordAddress } from './recordAddress.ts';

export interface AgentPaneProps {
  readonly row: ResultRow;
  readonly result: ResultHead;
  /** Left out where the result is closed or the reader may not. */
  readonly onReview: ((remark: string) => Promise<void>) | undefined;
  readonly onDecide: (() => void) | undefined;
}

type View = 'how' | 'evidence' | 'decisions';

function Head({ row }: { readonly row: ResultRow }) {
  const { t } = useTranslation();
  const { interval, rankingValue, band } = row;
  return (
    <>
      <Flex align="center" gap={8} wrap>
        <h2 className="assessment-name">
          <Link to={`/people/${row.agentId}`} title={t('assessment.pane.agent')}>
            {row.name}
          </Link>
        </h2>
        <span className="assessment-quiet">{row.employeeNumber}</span>
        <StateTag
          tone={row.vetoed ? 'danger' : GRADE_TONES[row.grade]}
          icon={row.vetoed ? <FlagFilled aria-hidden /> : undefined}
        >
          {t(`words.grade.${row.grade}`)}
        </StateTag>
        {row.graded !== null && <strong className="assessment-figure">{score(row.graded)}</strong>}
      </Flex>
      <p className="assessment-facts">
        <span>
          {interval === null
            ? t('assessment.pane.noInterval')
            : t('assessment.pane.interval', { low: score(interval.low), high: score(interval.high) })}
        </span>
        {rankingValue !== null && <span>{t('assessment.pane.value', { value: score(rankingValue) })}</span>}
        {band !== null && <span>{t(`assessment.bands.${band}`)}</span>}
      </p>
    </>
  );
}

function Review({ row, onReview }: Pick<AgentPaneProps, 'row' | 'onReview'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [remark, setRemark] = useState(row.review?.remark ?? '');
  const { review } = row;
  return (
    <div className="assessment-review">
      {review !== null && (
        <p>
          <CheckOutlined className="assessment-met" aria-hidden />{' '}
          {t('assessment.pane.reviewedBy', { who: review.by, time: format.instant(review.at) })}
          {review.remark !== '' && <span className="assessment-remark">{review.remark}</span>}
        </p>
      )}
      {onReview && (
        <Flex gap={8}>
          <Input
            aria-label={t('assessment.pane.remark')}
            placeholder={`${t('assessment.pane.remark')} · ${t('assessment.pane.remarkHint')}`}
            maxLength={500}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
            onPressEnter={() => void onReview(remark)}
          />
          <Button type={review === null ? 'primary' : 'default'} onClick={() => void onReview(remark)}>
            {t(review === null ? 'assessment.pane.review' : 'assessment.pane.reviewAgain')}
          </Button>
        </Flex>
      )}
    </div>
  );
}

function How({ detail }: { readonly detail: AgentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = useSpoken();
  const without = INDICATORS.filter((name) => detail.indicators[name] === null);
  const records = useMemo(() => new Map(detail.evidence.map(({ id, record }) => [id, record])), [detail]);
  return (
    <>
      {detail.vetoes.map((veto) => {
        const to = recordAddress(veto.record);
        const words = t('assessment.pane.veto', {
          clause: veto.clause,
          day: format.day(veto.at),
          reason: veto.reason,
        });
        return (
          <Alert
            key={veto.id}
            type="error"
            showIcon
            icon={<FlagFilled />}
            title={t('assessment.pane.vetoes')}
            description={to === undefined ? words : <Link to={to}>{words}</Link>}
          />
        );
      })}
      <DerivationTree
        root={detail.derivation}
        label={t('assessment.pane.how')}
        depth={2}
        answerLabel={(code, unit) => {
          const text = detail.criteria[detail.versions[unit] ?? '']?.[code];
          return text && spoken(text);
        }}
        recordLink={(id) => {
          const record = records.get(id);
          const to = record && recordAddress(record);
          return to === undefined ? null : <Link to={to}>{t('assessment.pane.open')}</Link>;
        }}
      />
      {without.length > 0 && without.length < INDICATORS.length && (
        <p className="assessment-quiet">
          {t('assessment.pane.redistributed', {
            names: without.map((name) => t(`words.indicator.${name}`)).join(t('audit.facts.comma')),
          })}
        </p>
      )}
      <p className="assessment-quiet" title={detail.digest}>
        {t('assessment.pane.stored', { digest: detail.digest.slice(0, 12) })}
      </p>
    </>
  );
}

function Evidence({ detail }: { readonly detail: AgentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (detail.evidence.length === 0) return <p className="assessment-quiet">{t('assessment.pane.noEvidence')}</p>;
  return (
    <ul className="assessment-evidence">
      {detail.evidence.map((one) => {
        const to = recordAddress(one.record);
        const when = one.at === null ? '' : one.at.length === 10 ? one.at : format.instant(one.at);
        const words = `${t(`assessment.kind.${one.kind}`)} ${when}`.trim();
        return (
          <li key={`${one.kind} ${one.id}`}>
            {to === undefined ? <span>{words}</span> : <Link to={to}>{words}</Link>}
            <code title={one.digest}>{one.digest.slice(0, 12)}</code>
          </li>
        );
      })}
    </ul>
  );
}

export function AgentPane({ row, result, onReview, onDecide }: AgentPaneProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('how');
  const detail = useQuery({
    ...api.assessment.agent.queryOptions({ input: { resultId: result.id, agentId: row.agentId } }),
    staleTime: 30_000,
  });
  const views: readonly { readonly value: View; readonly label: string }[] = [
    { value: 'how', label: t('assessment.pane.how') },
    { value: 'evidence', label: t('assessment.pane.evidence') },
    { value: 'decisions', label: t('assessment.pane.decisions') },
  ];
  return (
    <>
      <Head row={row} />
      <ResultActions row={row} result={result} />
      <Review key={row.review?.at ?? ''} row={row} onReview={onReview} />
      <Segmented<View>
        block
        aria-label={t('assessment.pane.views')}
        value={view}
        options={[...views]}
        onChange={setView}
      />
      <Loaded query={detail}>
        {(one) => (
          <div className="assessment-detail">
            {!one.intact && <Alert type="error" showIcon title={t('assessment.pane.broken')} />}
            {view === 'how' && <How detail={one} />}
            {view === 'evidence' && <Evidence detail={one} />}
            {view === 'decisions' && (
              <Decisions decisions={one.decisions} offered={offeredDecisions(row).length > 0} onDecide={onDecide} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
