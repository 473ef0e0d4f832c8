// A drawn signature, read from the evidence store; on paper white in both shades, as it was drawn.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../../shared/contract/observationRecord.ts';
import { api } from '../../../client.ts';

export interface SignatureImageProps {
  readonly observationId: string;
  readonly signature: Signature;
}

export function SignatureImage({ observationId, signature }: SignatureImageProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    ...api.observation.signatureImage.queryOptions({ input: { id: observationId, signatureId: signature.id } }),
    staleTime: Infinity,
  });
  return data ? (
    <img
      className="signed-image"
      src={`data:${data.mime};base64,${data.base64}`}
      alt={t('observation.sign.imageOf', { name: signature.name })}
    />
  ) : null;
}
