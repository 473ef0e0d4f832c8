// Texts of the area people in English.
import type { SameKeys } from '../texts.ts';
import type { people as source } from '../zh-CN/people.ts';

export const people: SameKeys<typeof source> = {};
