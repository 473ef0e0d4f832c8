// The number of the case that something in a matter belongs to, where that is not the case on the screen.
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';

interface OfCase {
  readonly complaintId: string;
  readonly complaintNumber: string;
}

/** Words that stand before what belongs to another case of the matter; empty for the case itself. */
export function useCaseMark({ id }: Pick<ComplaintRecord, 'id'>): (of: OfCase) => string {
  const { t } = useTranslation();
  return ({ complaintId, complaintNumber }) =>
    complaintId === id ? '' : `${t('complaintCase.ofCase', { number: complaintNumber })} `;
}
