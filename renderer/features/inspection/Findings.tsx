// The problem records of a review or patrol with all fields of 8.2 and their photos.
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InspectionFinding, InspectionPhoto } from '../../../shared/contract/inspection.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { EmptyState } from '../../components/states.tsx';
import { useFormat } from '../../format.ts';
import { useSpoken } from '../observation/language.ts';
import { Thumbnail } from '../observation/photo/EvidenceStrip.tsx';
import type { PhotoReader } from '../observation/photo/usePhoto.ts';
import '../observation/fields.css';
import '../observation/photo/photo.css';
import '../observation/record/record.css';
import { cellKey } from './inspectionStore.ts';

export interface FindingsProps {
  readonly findings: readonly InspectionFinding[];
  readonly photos: readonly InspectionPhoto[];
  readonly read: PhotoReader;
  readonly criteria: readonly Criterion[];
  /** Names by agent where there are several. */
  readonly agents?: ReadonlyMap<string, string>;
}

export function Findings({ findings, photos, read, criteria, agents }: FindingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = useSpoken();
  const texts = new Map(criteria.map((one) => [one.code, one.text]));
  const pictured = Map.groupBy(photos, cellKey);
  if (findings.length === 0) return <EmptyState title={t('inspection.findingsNone')} />;
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const text = texts.get(finding.criterion);
        const who = agents?.get(finding.agentId);
        const own = pictured.get(cellKey(finding)) ?? [];
        return (
          <li key={finding.id}>
            <h2>
              {who !== undefined && `${who} · `}
              {finding.criterion} {text && spoken(text)}
            </h2>
            <p className="findings-text">{finding.description}</p>
            <Descriptions
              size="small"
              column={{ xs: 1, md: 2, xl: 3 }}
              items={[
                {
                  key: 'class',
                  label: t('observation.field.class'),
                  children: finding.class === null ? '–' : t(`words.problemClass.${finding.class}`),
                },
                {
                  key: 'occurredAt',
                  label: t('observation.field.occurredAt'),
                  children: finding.occurredAt === null ? '–' : format.instant(finding.occurredAt),
                },
                { key: 'place', label: t('observation.field.place'), children: finding.place },
                {
                  key: 'serviceContent',
                  label: t('observation.field.serviceContent'),
                  children: finding.serviceContent,
                },
                {
                  key: 'scopeOfImpact',
                  label: t('observation.field.scopeOfImpact'),
                  children: finding.scopeOfImpact,
                },
              ]}
            />
            {own.length > 0 && (
              <ul className="evidence-gallery">
                {own.map((one) => (
                  <li key={one.id} className="evidence-card">
                    <Thumbnail read={read} evidence={one} />
                    <div>
                      {one.caption}
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
            )}
          </li>
        );
      })}
    </ul>
  );
}
