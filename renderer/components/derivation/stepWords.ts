// What the steps of a derivation are called, and the facts beside their arithmetic, in the language in force.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Derivation } from '../../../shared/contract/derivation.ts';
import type { Indicator } from '../../../shared/contract/vocabulary.ts';
import { score } from '../../../shared/i18n/zh-CN/score.ts';
import { useFormat, type Format } from '../../format.ts';
import type { WordsWithin } from './DerivationStep.tsx';

type Adjustment = keyof typeof score.adjustment;
type Plain = Exclude<keyof typeof score.measure, 'observation' | 'survey'>;

/** The name of a measure by its key. */
export function measureName(t: TFunction, key: string): string {
  const [kind, of] = key.split('.');
  if (kind === 'observation') return t('score.measure.observation', { of: t(`words.indicator.${of as Indicator}`) });
  if (kind === 'survey') return t('score.measure.survey', { of: t(`words.indicator.${of as Indicator}`) });
  return Object.hasOwn(score.measure, key) ? t(`score.measure.${key as Plain}`) : key;
}

/** The name of a step. */
export function useStepName(node: Derivation, { answerLabel, unitLabel, unit }: WordsWithin): string {
  const { t } = useTranslation();
  const format = useFormat();
  switch (node.level) {
    case 'composite':
      return t('score.composite');
    case 'base':
      return t('score.base');
    case 'indicator':
      return t(`words.indicator.${node.key as Indicator}`);
    case 'measure':
      return measureName(t, node.key);
    case 'adjustment':
      return t(`score.adjustment.${node.key as Adjustment}`);
    case 'answer': {
      const text = answerLabel(node.key, unit);
      return text === undefined ? node.key : `${node.key} ${text}`;
    }
    case 'unit':
    case 'item':
      return unitLabel?.(node) ?? unitName(t, format, node);
  }
}

function unitName(t: TFunction, format: Format, { facts, level }: Derivation): string {
  const at = facts['at'] ?? facts['askedAt'];
  if (typeof at === 'number') return format.instant(new Date(at).toISOString());
  if (typeof facts['dueOn'] === 'string') return t('score.derivation.dueOn', { day: facts['dueOn'] });
  return level === 'item' ? t('score.derivation.entry') : t('score.derivation.unit');
}

/** Facts that explain a step beyond its arithmetic. */
export function useStepNotes({ level, facts, value, rule, key }: Derivation): readonly string[] {
  const { t } = useTranslation();
  const notes: string[] = [];
  if (level === 'measure' && key === 'introduction' && typeof facts['minutes'] === 'number')
    notes.push(t('score.derivation.minutes'));
  const raw = facts['raw'];
  if (rule === 'capped' && typeof raw === 'number' && value !== null && Math.abs(raw - value) > 1e-9)
    notes.push(t('score.derivation.capped', { raw: raw.toFixed(2), cap: String(facts['cap']) }));
  if (typeof facts['hours'] === 'number' && typeof facts['required'] === 'number')
    notes.push(t('score.derivation.training', { hours: facts['hours'], required: facts['required'].toFixed(1) }));
  if (facts['vetoed'] === true)
    notes.push(t('score.derivation.vetoed', { graded: Number(facts['graded']).toFixed(2) }));
  if (typeof facts['likert'] === 'number') notes.push(t('score.derivation.likert', { likert: facts['likert'] }));
  return notes;
}
