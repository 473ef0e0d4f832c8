// What a finding that starts from a complaint begins with: what was found there, when and how it came in, its class, level and element.
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import type { RecordedFinding } from '../../../shared/contract/findings.ts';
import { api } from '../../client.ts';

export interface ComplaintStart {
  readonly id: string;
  readonly number: string;
  /** When the complaint came in: of the event itself nothing nearer is on record. */
  readonly at: string;
  readonly values: Partial<
    Pick<
      RecordedFinding,
      'place' | 'serviceContent' | 'description' | 'scopeOfImpact' | 'class' | 'severity' | 'element'
    >
  >;
}

/** Characters of a description and of the shorter boxes at most. */
const [LONG, SHORT] = [2000, 500];

function startOf(record: ComplaintRecord, t: TFunction): ComplaintStart {
  const { id, number, channel, category, subclass, content, conclusion, element, complainants, rounds } = record;
  const found = rounds.findLast(({ findings }) => findings !== '');
  const level = conclusion ?? rounds.findLast((round) => round.conclusion !== null)?.conclusion ?? null;
  const named = [t(`complaint.category.${category}`), subclass && t(`complaint.subclass.${subclass}`)];
  return {
    ...{ id, number, at: record.receivedAt },
    values: {
      place: t('complaintDesk.finding.place', { channel: t(`complaint.channel.${channel}`), number }),
      serviceContent: named.filter(Boolean).join(' / ').slice(0, SHORT),
      description: (found?.findings ?? content).slice(0, LONG),
      scopeOfImpact: t('complaintDesk.finding.scope', { people: complainants }),
      class: category,
      ...(level === null || level === 'notUpheld' ? {} : { severity: level }),
      ...(element === null ? {} : { element }),
    },
  };
}

/** `id` is null where it does not start from a complaint. Nothing is filled where the case cannot be read. */
export function useComplaintStart(id: string | null): {
  readonly waits: boolean;
  readonly start: ComplaintStart | null;
} {
  const { t } = useTranslation();
  const record = useQuery({ ...api.complaint.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null });
  return { waits: id !== null && record.isPending, start: record.data ? startOf(record.data, t) : null };
}
