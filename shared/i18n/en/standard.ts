// Texts of the area standard in English.
import type { SameKeys } from '../texts.ts';
import type { standard as source } from '../zh-CN/standard.ts';

export const standard: SameKeys<typeof source> = {};
