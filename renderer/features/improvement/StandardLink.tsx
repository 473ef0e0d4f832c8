// The draft of the standard that a measure changes: opened from here, and chosen as long as the measure has not ended.
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImprovementRecord } from '../../../shared/contract/improvement.ts';
import { hasEnded } from '../../../shared/domain/improvement/states.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { addressOfLine, useVersions } from '../standard/useStandard.ts';
import { refreshImprovements } from './useMoves.ts';

export function StandardLink({ record }: { readonly record: ImprovementRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const versions = useVersions();
  const link = useMutation(api.improvement.linkStandard.mutationOptions({ onSuccess: refreshImprovements }));
  const { id, standard, standardId, state } = record;
  const nameOf = (one: { readonly status: string; readonly number: number; readonly title: string }) =>
    one.status === 'draft'
      ? t('improvement.record.standardDraft', { title: one.title })
      : t('improvement.record.standardVersion', { number: one.number, title: one.title });
  const drafts = versions.data?.filter((one) => one.status === 'draft' && one.id !== standard?.id) ?? [];
  return (
    <>
      {standard ? (
        <Link to={addressOfLine({ version: standard.id })}>{nameOf(standard)}</Link>
      ) : (
        t(standardId === null ? 'improvement.record.standardNone' : 'improvement.record.standardGone')
      )}
      {may('improvement.write') && !hasEnded(state) && (
        <Select<string | null>
          className="improvement-link"
          aria-label={t('improvement.record.link')}
          placeholder={t('improvement.record.link')}
          allowClear={standardId !== null}
          loading={link.isPending}
          value={standard?.id ?? null}
          options={[...(standard ? [standard] : []), ...drafts].map((one) => ({ value: one.id, label: nameOf(one) }))}
          onChange={(chosen) => link.mutate({ id, standardId: chosen ?? null })}
        />
      )}
      <FailureAlert error={link.error} />
    </>
  );
}
