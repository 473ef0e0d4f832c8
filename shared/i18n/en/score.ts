// Texts of the area score in English.
import type { SameKeys } from '../texts.ts';
import type { score as source } from '../zh-CN/score.ts';

export const score: SameKeys<typeof source> = {};
