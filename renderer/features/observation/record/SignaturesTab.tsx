// The signatures of the revision shown, those that no longer hold marked.
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { EmptyState } from '../../../components/states.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { SignedBy } from '../review/Signatures.tsx';

export function SignaturesTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  if (record.signatures.length === 0) return <EmptyState title={t('observation.record.noSignatures')} />;
  return (
    <div className="signatures-pair">
      {record.signatures.map((signature) => (
        <section key={signature.id} className="signing">
          <h2>
            {t(`observation.sign.party.${signature.party}`)}{' '}
            {signature.voidedAt !== null && <StateTag tone="warn">{t('observation.sign.void')}</StateTag>}
          </h2>
          <SignedBy observationId={record.id} signature={signature} />
        </section>
      ))}
    </div>
  );
}
