// The problem records of a review or patrol with all fields of 8.2.
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InspectionFinding } from '../../../shared/contract/inspection.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { EmptyState } from '../../components/states.tsx';
import { useFormat } from '../../format.ts';
import { useSpoken } from '../observation/language.ts';
import '../observation/record/record.css';

export interface FindingsProps {
  readonly findings: readonly InspectionFinding[];
  readonly criteria: readonly Criterion[];
  /** Names by agent where there are several. */
  readonly agents?: ReadonlyMap<string, string>;
}

export function Findings({ findings, criteria, agents }: FindingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = useSpoken();
  const texts = new Map(criteria.map((one) => [one.code, one.text]));
  if (findings.length === 0) return <EmptyState title={t('inspection.findingsNone')} />;
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const text = texts.get(finding.criterion);
        const who = agents?.get(finding.agentId);
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
          </li>
        );
      })}
    </ul>
  );
}
