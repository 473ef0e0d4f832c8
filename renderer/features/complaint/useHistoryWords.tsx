// What the history says beside who did what: the changes of a corrected registration, people masked, and from which day a clock
// stands still.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Amendment, ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { ComplaintCategory, ComplaintChannel, ComplaintSubclass } from '../../../shared/contract/complaintWords.ts';
import { useFormat } from '../../format.ts';

type Changed = Amendment['changes'][number];
type Said = (action: string, at: string) => ReactNode | null;

export function useHistoryWords({ amendments, pauses }: Pick<ComplaintRecord, 'amendments' | 'pauses'>): Said {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (field: Changed['field'], value: string): string => {
    if (value === '') return t('complaint.list.none');
    if (field === 'receivedAt') return format.instant(value);
    if (field === 'channel') return t(`complaint.channel.${ComplaintChannel.parse(value)}`);
    if (field === 'category') return t(`complaint.category.${ComplaintCategory.parse(value)}`);
    if (field === 'subclass') return t(`complaint.subclass.${ComplaintSubclass.parse(value)}`);
    return value;
  };
  const label = (field: Changed['field']): string =>
    field === 'people' ? t('complaint.form.people') : t(`complaint.field.${field}`);
  return (action, at) => {
    const amended = action === 'complaint.amended' ? amendments.find((one) => one.at === at) : undefined;
    if (amended)
      return (
        <>
          {amended.reason}
          <ul>
            {amended.changes.map(({ field, from, to }) => (
              <li key={field}>
                {t('complaintCase.amend.changed', {
                  ...{ field: label(field), from: words(field, from), to: words(field, to) },
                })}
              </li>
            ))}
          </ul>
        </>
      );
    const pause = action === 'complaint.paused' ? pauses.find((one) => one.at === at) : undefined;
    if (pause)
      return t('complaintCase.terms.pausedFrom', {
        ...{ kind: t(`complaint.pauseKind.${pause.kind}`), from: pause.from, reason: pause.reason },
      });
    return null;
  };
}
