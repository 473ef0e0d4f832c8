// Texts of the area report in English.
import type { SameKeys } from '../texts.ts';
import type { report as source } from '../zh-CN/report.ts';

export const report: SameKeys<typeof source> = {};
