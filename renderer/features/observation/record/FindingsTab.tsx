// The problem records of an observation with all fields of 8.2 and their photos.
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { EmptyState } from '../../../components/states.tsx';
import { useFormat } from '../../../format.ts';
import { useSpoken } from '../language.ts';
import { Thumbnail } from '../photo/EvidenceStrip.tsx';
import { observationPhotos } from '../photo/usePhoto.ts';
import { standingFindings } from '../standingFindings.ts';
import '../photo/photo.css';

export function FindingsTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = useSpoken();
  const findings = standingFindings(record);
  const criteria = new Map((record.standard?.criteria ?? []).map((one) => [one.code, one]));
  if (findings.length === 0) return <EmptyState title={t('observation.review.findingsNone')} />;
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const criterion = criteria.get(finding.criterion);
        const photos = record.evidence.filter((one) => one.criterion === finding.criterion);
        return (
          <li key={finding.id}>
            <h2>
              {finding.criterion} {criterion && spoken(criterion.text)}
            </h2>
            <p className="findings-text">{finding.description}</p>
            <Descriptions
              size="small"
              column={{ xs: 1, md: 2, xl: 3 }}
              items={[
                ['class', finding.class === null ? '–' : t(`words.problemClass.${finding.class}`)],
                ['occurredAt', finding.occurredAt === null ? '–' : format.instant(finding.occurredAt)],
                ['place', finding.place],
                ['serviceContent', finding.serviceContent],
                ['scopeOfImpact', finding.scopeOfImpact],
              ].map(([field, children]) => ({
                key: field!,
                label: t(`observation.field.${field as 'class'}`),
                children,
              }))}
            />
            {photos.length > 0 && (
              <div className="evidence-gallery">
                {photos.map((one) => (
                  <Thumbnail key={one.id} read={observationPhotos(record.id)} evidence={one} />
                ))}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
