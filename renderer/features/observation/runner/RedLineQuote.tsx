// A red line with the clause it stands on (1.2.1, 2.4.1, 2.5.1) and what happens next.
import { FlagFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Clause, Criterion } from '../../../../shared/contract/standard.ts';
import { useSpoken } from '../language.ts';

/** As much of a pinned version as a quote needs. */
export interface QuotedStandard {
  readonly clauses: readonly Clause[];
  readonly criteria: readonly Criterion[];
}

export interface RedLineQuoteProps {
  readonly record: { readonly standard: QuotedStandard | null };
  readonly code: string;
  /** The answer that touches it is being given. */
  readonly asking?: boolean;
}

export function RedLineQuote({ record, code, asking = false }: RedLineQuoteProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const criterion = record.standard?.criteria.find((one) => one.code === code);
  const clause = record.standard?.clauses.find(({ id }) => id === criterion?.clause);
  if (!criterion) return null;
  return (
    <div className="quote">
      <p className="quote-item">
        <FlagFilled aria-hidden /> {code} {spoken(criterion.text)}
      </p>
      <p className="quote-fails">{t('observation.redLine.fails', { text: spoken(criterion.fails) })}</p>
      {clause && (
        <blockquote>
          <cite>
            {clause.id} {spoken(clause.title)}
          </cite>
          {spoken(clause.text)}
        </blockquote>
      )}
      <p>{asking ? t('observation.redLine.ask') : t('observation.redLine.explain')}</p>
    </div>
  );
}
