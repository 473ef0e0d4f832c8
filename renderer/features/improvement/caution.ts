// What a difference allows to be said, and no more.
import type { Change } from '../../../shared/contract/improvement.ts';

/** The key of the sentence that stands below a difference. */
export function cautionOf({ change }: Change) {
  switch (change) {
    case 'higher':
    case 'lower':
      return 'improvement.record.caution' as const;
    case 'unclear':
      return 'improvement.record.cautionUnclear' as const;
    default:
      return 'improvement.record.cautionFew' as const;
  }
}
