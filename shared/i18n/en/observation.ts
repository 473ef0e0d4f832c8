// Texts of the area observation in English.
import type { SameKeys } from '../texts.ts';
import type { observation as source } from '../zh-CN/observation.ts';

export const observation: SameKeys<typeof source> = {};
