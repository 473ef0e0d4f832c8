// The seven states of 6.2 as a track: what is done, where the case stands, in words and marks beside the colour.
import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { COMPLAINT_STATES, type ComplaintState } from '../../../shared/contract/complaintWords.ts';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useFormat } from '../../format.ts';

const SEVEN = COMPLAINT_STATES.filter((state): state is Exclude<ComplaintState, 'received'> => state !== 'received');

export function Track({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reached = SEVEN.findIndex((state) => state === record.state);
  return (
    <ol className="case-track" aria-label={t('complaint.track.label')}>
      {SEVEN.map((state, at) => {
        // A round that began after the investigation has none of its own: the one before stands.
        const move = record.moves.findLast(
          ({ to, step }) => to === state && step !== 'sendBack' && step !== 'newFacts',
        );
        const withdrawn = record.end === 'withdrawn';
        const done = withdrawn ? move !== undefined : at <= reached;
        const words = withdrawn ? 'complaintDesk.notNeeded' : 'complaint.track.open';
        return (
          <li
            key={state}
            className={done ? 'case-track-done' : undefined}
            aria-current={at === reached ? 'step' : undefined}
          >
            {done && <CheckCircleFilled aria-hidden />}
            {!done && (withdrawn ? <MinusCircleOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />)}
            <span className="case-track-name">{t(`complaint.track.${state}`)}</span>
            <span className="case-track-when">
              {done && move ? format.instant(move.at).slice(5) : t(done ? 'complaint.track.done' : words)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
