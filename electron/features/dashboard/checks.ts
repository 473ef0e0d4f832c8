// The checks that the engine counted in a period and those of them that failed: answers of sessions by the scale of the
// version they are pinned to, checks of record reviews as passed or not.
import type { CheckSource, FailingCriterion, FindingSource } from '../../../shared/contract/dashboard.ts';
import type { Bilingual } from '../../../shared/contract/vocabulary.ts';
import { isFailing } from '../../../shared/domain/observation/scale.ts';
import { pareto } from '../../../shared/domain/dashboard/pareto.ts';
import type { Assessment } from '../../../shared/domain/scoring/score.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { pinnedChecks } from '../inspection/standardOf.ts';
import { pinnedStandard } from '../observation/standardOf.ts';

export interface CountedCheck {
  readonly source: CheckSource;
  /** The session or review. */
  readonly recordId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly criterion: string;
  /** 0..1 */
  readonly value: number;
  readonly failed: boolean;
}

/** Every scored answer and applicable check of one agent's period, in the order of the evidence. */
export function* checksOf(db: ReadDb, { units }: Pick<Assessment, 'units'>): Generator<CountedCheck> {
  for (const { source } of units.session) {
    const standard = source.standardVersion === undefined ? null : pinnedStandard(db, source.standardVersion);
    for (const { criterion, value } of source.answers) {
      const scale = standard?.byCode.get(criterion)?.scale;
      if (value === null || scale === undefined) continue;
      const failed = isFailing(scale, value);
      yield { source: 'observation', recordId: source.id, at: source.at, criterion, value, failed };
    }
  }
  for (const { source } of units.review)
    for (const { criterion, passed } of source.checks)
      if (passed !== null && criterion !== undefined)
        yield {
          ...{ source: 'record', recordId: source.id, at: source.at, criterion, value: passed ? 1 : 0 },
          failed: !passed,
        };
}

/** What criteria say, in the newest published version that has them; the code where none does. */
export function criterionTexts(db: ReadDb): (source: FindingSource, criterion: string) => Bilingual {
  const versions = db
    .all<{ id: string }>(sql`SELECT id FROM standard_version WHERE status = 'published' ORDER BY number DESC`)
    .map(({ id }) => id);
  const known = new Map<string, Bilingual>();
  return (source, criterion) => {
    const key = `${source} ${criterion}`;
    const before = known.get(key);
    if (before) return before;
    const byCode = (id: string) =>
      (source === 'observation' ? pinnedStandard(db, id) : pinnedChecks(db, source, id)).byCode;
    const newest = versions.find((id) => byCode(id).has(criterion));
    const text = (newest === undefined ? undefined : byCode(newest).get(criterion)?.text) ?? {
      ...{ zh: criterion, en: criterion },
    };
    known.set(key, text);
    return text;
  };
}

export interface Tally {
  readonly checked: number;
  readonly failed: number;
  /** By source and criterion. */
  readonly criteria: ReadonlyMap<string, Omit<FailingCriterion, 'text'>>;
}

/** Counts the checks of all agents of a period. */
export function tallyChecks(db: ReadDb, agents: readonly { readonly assessment: Assessment }[]): Tally {
  const criteria = new Map<string, { source: CheckSource; criterion: string; failed: number; checked: number }>();
  let [checked, failed] = [0, 0];
  for (const { assessment } of agents)
    for (const check of checksOf(db, assessment)) {
      const key = `${check.source} ${check.criterion}`;
      const { source, criterion } = check;
      const tally = criteria.get(key) ?? { source, criterion, failed: 0, checked: 0 };
      criteria.set(key, tally);
      tally.checked += 1;
      checked += 1;
      if (!check.failed) continue;
      tally.failed += 1;
      failed += 1;
    }
  return { checked, failed, criteria };
}

/** The criteria that failed at least once, the most frequent first. */
export function failingOf(db: ReadDb, { criteria }: Tally): FailingCriterion[] {
  const textOf = criterionTexts(db);
  return pareto([...criteria.values()], ({ failed }) => failed).map(({ item }) => ({
    ...item,
    text: textOf(item.source, item.criterion),
  }));
}
