// What a finding is taken for until a person says otherwise: its consumer-protection element and its severity.
import type { Severity } from '../../contract/findings.ts';
import type { Criterion } from '../../contract/standard.ts';
import { SEVERITIES } from '../../contract/findings.ts';
import type { ProtectionElement } from '../../contract/vocabulary.ts';

/** A red line is serious; a criterion met in part is minor (`value` above 0); everything else is ordinary. */
export function proposedSeverity(criterion: Pick<Criterion, 'redLine'> | undefined, value: number | null): Severity {
  if (criterion?.redLine) return 'serious';
  return value !== null && value > 0 ? 'minor' : 'ordinary';
}

/** The element that the standard gives the criterion; service (消费者服务) where there is none. */
export const proposedElement = (criterion: Pick<Criterion, 'protection'> | undefined): ProtectionElement =>
  criterion?.protection ?? 'service';

/** The highest of some severities; ordinary of none. */
export const highestSeverity = (given: readonly Severity[]): Severity =>
  given.length === 0 ? 'ordinary' : SEVERITIES[Math.max(...given.map((severity) => SEVERITIES.indexOf(severity)))]!;
