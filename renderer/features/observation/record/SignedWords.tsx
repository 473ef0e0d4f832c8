// What an agent who does not agree wrote when signing, beside a red line on which nobody has asked them yet. It stays
// apart from the statement: the words were given on the whole result.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { api } from '../../../client.ts';

export function SignedWords({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  // An amendment has no signatures yet; those of the submitted revision stand.
  const counting = record.amending ? record.revisions.findLast(({ state }) => state === 'submitted') : undefined;
  const earlier = useQuery({
    ...api.observation.readRevision.queryOptions({ input: { id: record.id, number: counting?.number ?? 1 } }),
    enabled: counting !== undefined,
  });
  const signature = [...(earlier.data?.signatures ?? []), ...record.signatures].findLast(
    ({ party, attitude, words, voidedAt }) =>
      party === 'agent' && attitude !== 'agree' && words !== '' && voidedAt === null,
  );
  if (!signature?.attitude) return null;
  const attitude = t(`observation.sign.attitudes.${signature.attitude}`);
  return (
    <div className="signed-words">
      <p className="review-none">{t('observation.redLine.signedWords', { attitude })}</p>
      <q>{signature.words}</q>
    </div>
  );
}
