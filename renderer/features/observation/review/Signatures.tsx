// Both signatures side by side, each over the digest of what is shown here. A later change makes them void, and says so.
import { WarningOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../shared/contract/observation.ts';
import type { ObservationRecord, Signature } from '../../../../shared/contract/observationRecord.ts';
import { useFormat } from '../../../format.ts';
import { AgentSigning } from './AgentSigning.tsx';
import { AssessorSigning } from './AssessorSigning.tsx';
import { SignatureImage } from './SignatureImage.tsx';
import './signatures.css';

export function Signatures({ record, review }: { readonly record: ObservationRecord; readonly review: Review }) {
  const { t } = useTranslation();
  const held = (party: Signature['party']) => review.signatures.find((one) => one.party === party);
  const voided = (party: Signature['party']) =>
    held(party) === undefined && record.signatures.some((one) => one.party === party && one.voidedAt !== null);
  const open = review.blockers.some(({ kind }) => kind !== 'assessorSignature' && kind !== 'agentSignature');
  const side = (party: Signature['party'], title: string, form: ReactNode) => {
    const signature = held(party);
    return (
      <section className="signing" aria-labelledby={`sign-${party}`}>
        <h2 id={`sign-${party}`}>{title}</h2>
        {voided(party) && <Alert type="warning" showIcon title={t('observation.sign.voided')} />}
        {signature === undefined ? form : <SignedBy observationId={record.id} signature={signature} />}
      </section>
    );
  };
  return (
    <div className="signatures">
      <p className="signatures-note">
        {t('observation.sign.over', { digest: review.digest.slice(0, 12) })}
        {open && (
          <span>
            <WarningOutlined aria-hidden /> {t('observation.sign.stillOpen')}
          </span>
        )}
      </p>
      <div className="signatures-pair">
        {side(
          'assessor',
          t('observation.sign.assessor', { name: record.assessor.name }),
          <AssessorSigning id={record.id} />,
        )}
        {record.calibrationId === null &&
          side('agent', t('observation.sign.agent', { name: record.agent.name }), <AgentSigning record={record} />)}
      </div>
    </div>
  );
}

/** A signature that was given: who, how, when, and what the agent said. */
export function SignedBy({
  observationId,
  signature,
}: {
  readonly observationId: string;
  readonly signature: Signature;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="signed">
      {signature.image !== null && <SignatureImage observationId={observationId} signature={signature} />}
      <dl>
        <dt>{t('observation.sign.name')}</dt>
        <dd>{signature.name}</dd>
        <dt>{t('observation.sign.how')}</dt>
        <dd>{t(`observation.sign.means.${signature.means}`)}</dd>
        {signature.attitude !== null && (
          <>
            <dt>{t('observation.sign.attitude')}</dt>
            <dd>
              {t(`observation.sign.attitudes.${signature.attitude}`)}
              {signature.words !== '' && <q>{signature.words}</q>}
            </dd>
          </>
        )}
        {signature.witnessName !== null && (
          <>
            <dt>{t('observation.sign.witness')}</dt>
            <dd>
              {signature.witnessName} · {signature.witnessCapacity}
            </dd>
          </>
        )}
        <dt>{t('observation.sign.at')}</dt>
        <dd>
          {format.instantExact(signature.signedAt)}
          {signature.voidedAt !== null &&
            ` · ${t('observation.sign.voidedAt', { time: format.instant(signature.voidedAt) })}`}
        </dd>
        <dt>{t('observation.sign.digest')}</dt>
        <dd className="signed-digest" title={signature.digest}>
          {signature.digest.slice(0, 16)}
        </dd>
      </dl>
    </div>
  );
}
