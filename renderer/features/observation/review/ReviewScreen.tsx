// The review (4.2, 4.4): what is missing, what was found, the score with its whole derivation; then both sign, and the
// observation is submitted and locked.
import { LeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Review } from '../../../../shared/contract/observation.ts';
import type { Blocker, ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { api, queryClient } from '../../../client.ts';
import { Kbd } from '../../../components/Kbd.tsx';
import { Loaded } from '../../../components/states.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { useRunning } from '../running.ts';
import { SessionScore } from '../SessionScore.tsx';
import { ReviewLists } from './ReviewLists.tsx';
import { Signatures } from './Signatures.tsx';
import { SubmitBar } from './SubmitBar.tsx';
import '../fullWindow.css';
import '../fields.css';
import './review.css';

export function ReviewScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.observation.open.queryOptions({ input: { id } }), staleTime: 0 });
  const review = useQuery({
    ...api.observation.review.queryOptions({ input: { id } }),
    staleTime: 0,
    enabled: record.data?.writable === true,
  });
  useRunning(id, record.data?.writable === true);
  return (
    <Loaded query={record}>
      {(open) =>
        open.writable && open.standard !== null ? (
          <Loaded query={review}>{(found) => <Body record={open} review={found} />}</Loaded>
        ) : (
          <Navigate to={`/observations/${id}`} replace />
        )
      }
    </Loaded>
  );
}

/** Reads the record and its review again: a signature or a change was made. */
export const refreshObservation = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: api.observation.key() });

function Body({ record, review }: { readonly record: ObservationRecord; readonly review: Review }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // In the review's own place: Esc in the runner then leads up to the record, never back to here.
  const toRunner = (query = '') => void navigate(`/observations/${record.id}/run${query}`, { replace: true });
  const toItem = (code: string) => toRunner(`?at=${encodeURIComponent(code)}`);
  const toBlocker = (blocker: Blocker) => {
    if ('criterion' in blocker) toItem(blocker.criterion);
    else toRunner(blocker.kind === 'noticeMissing' ? '?ask=notice' : '');
  };
  return (
    <div className="review">
      <header className="runner-bar">
        <Button icon={<LeftOutlined />} onClick={() => toRunner()}>
          {t('observation.review.back')} <Kbd>Esc</Kbd>
        </Button>
        <h1 className="runner-agent">{t('observation.review.title', { agent: record.agent.name })}</h1>
        <span className="runner-sub">{record.agent.employeeNumber}</span>
        {record.lateEntry && <StateTag tone="warn">{t('observation.lateEntry')}</StateTag>}
        {record.amending && <StateTag tone="accent">{t('observation.amending')}</StateTag>}
        <span className="runner-bar-gap" />
        <span className="runner-answered">
          {t('observation.runner.answered', { done: review.counts.answered, all: review.counts.criteria })}
        </span>
      </header>
      <div className="review-body">
        <div className="review-columns">
          <ReviewLists record={record} review={review} onItem={toItem} onBlocker={toBlocker} />
          <SessionScore result={review.result} criteria={record.standard?.criteria ?? []}>
            {review.failing.length > 0 && record.redLines.some(({ state }) => state === 'pending') && (
              <Alert type="info" showIcon title={t('observation.review.redLineNote')} />
            )}
          </SessionScore>
        </div>
        <Signatures record={record} review={review} />
      </div>
      <SubmitBar record={record} review={review} onBlocker={toBlocker} />
    </div>
  );
}
