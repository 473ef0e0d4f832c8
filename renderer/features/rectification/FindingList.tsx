// Findings in short, each a link to its own record.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { SEVERITY_TONES } from '../findings/tones.ts';
import { useSpoken } from '../observation/language.ts';
import '../findings/findings.css';

export function FindingList({ findings }: { readonly findings: readonly FindingRow[] }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return (
    <ul className="rect-findings">
      {findings.map(({ id, description, severity, day, place, source, criterion, criterionText, standing }) => (
        <li key={id}>
          <Link to={`/findings/${id}`}>{description}</Link>{' '}
          <StateTag tone={SEVERITY_TONES[severity]}>{t(`findings.severity.${severity}`)}</StateTag>
          <span className="rect-where">
            {[
              day,
              place,
              t(`findings.source.${source}`),
              criterion === null ? '' : `${criterion} ${criterionText === null ? '' : spoken(criterionText)}`,
              standing ? '' : t('findings.one.gone'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
