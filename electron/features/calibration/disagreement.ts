// Where assessors of a period's calibrations disagree, by criterion, and the lines that all agreement figures were made from.
import type { ConsistencyLine, Disagreement } from '../../../shared/contract/calibration.ts';
import { wilson } from '../../../shared/domain/scoring/wilson.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { PeriodCalibration } from './period.ts';

/** By criterion, the most often answered differently first; in the words of the newest calibration that had it. */
export function disagreementsOf(calibrations: readonly PeriodCalibration[]): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const { lines } of calibrations)
    for (const { criterion, verdict } of lines) {
      if (verdict === 'alone') continue;
      const { code, text, indicator } = criterion;
      const before = found.get(code) ?? { compared: 0, differ: 0, applicability: 0 };
      found.set(code, {
        ...{ criterion: code, text, indicator, interval: null },
        compared: before.compared + 1,
        differ: before.differ + (verdict === 'differ' ? 1 : 0),
        applicability: before.applicability + (verdict === 'applicability' ? 1 : 0),
      });
    }
  const apart = ({ differ, applicability }: Disagreement): number => differ + applicability;
  return [...found.values()]
    .filter((one) => apart(one) > 0)
    .map((one) => ({ ...one, interval: wilson(apart(one), one.compared) }))
    .sort(
      (a, b) =>
        apart(b) - apart(a) ||
        apart(b) / b.compared - apart(a) / a.compared ||
        a.criterion.localeCompare(b.criterion, 'en', { numeric: true }),
    );
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** Newest service first, in the order of the standard. */
export function consistencyLines(db: ReadDb, calibrations: readonly PeriodCalibration[]): ConsistencyLine[] {
  const ids = listOf(calibrations.map(({ agentId }) => agentId));
  const agents = new Map(
    db
      .all<Known>(sql`SELECT id, name, number FROM agent WHERE id IN (${ids})`)
      .map((agent) => [agent.id, agent] as const),
  );
  return calibrations.toReversed().flatMap(({ id, agentId, serviceAt, assessors, lines }) =>
    lines.map(({ criterion, verdict, answers }) => ({
      ...{ calibrationId: id, serviceAt, criterion, verdict },
      agentName: agents.get(agentId)?.name ?? '',
      employeeNumber: agents.get(agentId)?.number ?? '',
      answers: assessors.map((assessor, at) => ({
        ...{ assessorId: assessor.id, name: assessor.name },
        answer: answers[at] ?? null,
      })),
    })),
  );
}
