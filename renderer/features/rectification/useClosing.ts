// What is still missing before a verified rectification can be closed, all of it at once.
import { useTranslation } from 'react-i18next';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { missingToClose, type ClosingPart } from '../../../shared/domain/rectification/course.ts';
import { useToday } from '../people/useToday.ts';

interface Closing {
  readonly parts: readonly ClosingPart[];
  /** In words; null where nothing is missing, or before it is verified. */
  readonly lacks: string | null;
}

export function useClosing({ state, confirmedEffect, tellings, effectFrom }: RectificationRecord): Closing {
  const { t } = useTranslation();
  const today = useToday();
  if (state !== 'verified') return { parts: [], lacks: null };
  const parts = missingToClose(
    confirmedEffect !== null,
    tellings.map(({ to }) => to),
  );
  if (parts.length === 0) return { parts, lacks: null };
  const words = parts.map((part) => {
    if (part !== 'effect') return t('rectification.closing.tell', { to: t(`rectification.told.${part}`) });
    return effectFrom !== null && today < effectFrom
      ? t('rectification.closing.effectFrom', { day: effectFrom })
      : t('rectification.closing.effect');
  });
  return { parts, lacks: t('rectification.closing.lacks', { parts: words.join(t('audit.facts.comma')) }) };
}
