// Why a version was published; the one that the console came with has a word instead of a sentence.
import type { TFunction } from 'i18next';
import type { ModelVersion } from '../../../../shared/contract/model.ts';

export const reasonWords = (t: TFunction, { reason, publishedBy }: ModelVersion): string =>
  publishedBy === null && reason === 'default' ? t('model.defaultReason') : reason;
