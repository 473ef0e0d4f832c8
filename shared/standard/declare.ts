// Short forms in which the built-in standard is written down: [zh, en] for clauses, three lines for a criterion.
import type { Clause, Criterion, EvidenceRule, Scale, Stage } from '../contract/standard.ts';
import type { Indicator, ProtectionElement } from '../contract/vocabulary.ts';

/** The text, what meets it, what does not: one line each. */
export type Lines = readonly [text: string, meets: string, fails: string];

interface Declared {
  readonly zh: Lines;
  readonly en: Lines;
  /** Three steps unless said otherwise. */
  readonly scale?: Scale;
  /** 2 unless said otherwise. */
  readonly weight?: number;
  /** Required unless said otherwise. */
  readonly required?: boolean;
  /** Not allowed in an observation unless said otherwise; allowed in a record review and a patrol. */
  readonly notApplicableAllowed?: boolean;
  readonly evidence?: EvidenceRule;
  /** 消费者服务 unless said otherwise. */
  readonly protection?: ProtectionElement;
}

/** A clause; its parent follows from the number: 1.2.1 stands under 1.2, a chapter under none. */
export function clause(
  id: string,
  title: readonly [zh: string, en: string],
  text: readonly [zh: string, en: string],
): Clause {
  const cut = id.lastIndexOf('.');
  return {
    id,
    parent: cut < 0 ? null : id.slice(0, cut),
    title: { zh: title[0], en: title[1] },
    text: { zh: text[0], en: text[1] },
  };
}

function declare(
  code: string,
  place: Pick<Criterion, 'method' | 'stage' | 'indicator' | 'redLine'>,
  { zh, en, ...given }: Declared,
): Criterion {
  return {
    code,
    clause: code.slice(0, code.lastIndexOf('-')),
    ...place,
    scale: given.scale ?? 'threeStep',
    weight: given.weight ?? 2,
    required: given.required ?? true,
    notApplicableAllowed: given.notApplicableAllowed ?? false,
    evidence: given.evidence ?? 'none',
    text: { zh: zh[0], en: en[0] },
    meets: { zh: zh[1], en: en[1] },
    fails: { zh: zh[2], en: en[2] },
    protection: given.protection ?? 'service',
  };
}

/** A criterion of on-site observation (4.2, second method). */
export function observed(code: string, stage: Stage, indicator: Indicator, given: Declared): Criterion {
  return declare(code, { method: 'observation', stage, indicator, redLine: false }, given);
}

/** A check of service records and client files (4.2, third method): passed, failed, or not what this service has. */
export function recorded(code: string, indicator: Indicator, given: Declared): Criterion {
  return declare(
    code,
    { method: 'record', stage: null, indicator, redLine: false },
    { scale: 'passFail', evidence: 'onFailing', notApplicableAllowed: true, ...given },
  );
}

/** A criterion of the daily patrol (8.2); not everything is to be seen of everyone. */
export function patrolled(code: string, indicator: Indicator, given: Declared): Criterion {
  return declare(
    code,
    { method: 'patrol', stage: null, indicator, redLine: false },
    { notApplicableAllowed: true, ...given },
  );
}

/** The same criterion as a red line: a veto (1.2.1, 2.4.1, 2.5.1), so pass or fail, required, with evidence, heaviest. */
export function redLine(criterion: Criterion): Criterion {
  return {
    ...criterion,
    redLine: true,
    scale: 'passFail',
    weight: 5,
    required: true,
    notApplicableAllowed: false,
    evidence: 'onFailing',
  };
}
