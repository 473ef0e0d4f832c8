// All photos of an observation with their item, caption, consent and digest.
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { EmptyState } from '../../../components/states.tsx';
import { bytes, useFormat } from '../../../format.ts';
import { Thumbnail } from '../photo/EvidenceStrip.tsx';
import { observationPhotos } from '../photo/usePhoto.ts';
import '../photo/photo.css';

export function EvidenceTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (record.evidence.length === 0) return <EmptyState title={t('observation.record.noEvidence')} />;
  return (
    <ul className="evidence-gallery">
      {record.evidence.map((one) => (
        <li key={one.id} className="evidence-card">
          <Thumbnail read={observationPhotos(record.id)} evidence={one} />
          <div>
            <strong>{one.criterion}</strong> {one.caption}
            <div className="review-detail">
              {one.width} × {one.height} · {bytes(one.bytes)} · {format.instant(one.addedAt)}
            </div>
            <div className="review-detail">
              {t('observation.photo.agreedAt', { time: format.instant(one.consentAt) })}
            </div>
            <div className="review-detail" title={one.sha256}>
              SHA-256 {one.sha256.slice(0, 16)}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
