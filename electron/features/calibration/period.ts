// The calibrations of a period for the workbook and the page 评估员一致性: those that have ended, by the day of their service.
import type { CalibrationState, Consistency } from '../../../shared/contract/calibration.ts';
import {
  agreementByScale,
  ratedItems,
  type ComparedCriterion,
  type ScaleAgreement,
} from '../../../shared/domain/calibration/comparison.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Span } from '../observation/periodEvidence.ts';
import { pinnedStandard } from '../observation/standardOf.ts';
import { comparedOf } from './compared.ts';

export interface PeriodCalibration {
  readonly id: string;
  readonly state: Exclude<CalibrationState, 'open'>;
  readonly agentId: string;
  /** ISO 8601 instant. */
  readonly serviceAt: string;
  readonly place: string;
  readonly standardNumber: number;
  /** Those who submitted, in the order of the answers. */
  readonly assessors: readonly { readonly id: string; readonly name: string }[];
  readonly scales: readonly ScaleAgreement[];
  readonly lines: readonly ComparedCriterion[];
}

/**
 * Ended calibrations of the branches with a service in the span, oldest first. Those with fewer than two submitted sessions
 * have no figures.
 */
export const calibrationsOfPeriod = (db: ReadDb, branchIds: readonly string[], span: Span): PeriodCalibration[] =>
  db
    .all<{
      id: string;
      state: PeriodCalibration['state'];
      agent_id: string;
      service_at: string;
      place: string;
      standard_version_id: string;
    }>(
      sql`SELECT id, state, agent_id, service_at, place, standard_version_id FROM calibration
        WHERE state <> 'open' AND branch_id IN (${listOf(branchIds)})
          AND service_at >= ${new Date(span.startsAt).toISOString()} AND service_at < ${new Date(span.endsAt).toISOString()}
        ORDER BY service_at, id`,
    )
    .map((row) => {
      const { sessions, lines, scales } = comparedOf(db, row.id, row.standard_version_id);
      return {
        id: row.id,
        state: row.state,
        agentId: row.agent_id,
        serviceAt: row.service_at,
        place: row.place,
        standardNumber: pinnedStandard(db, row.standard_version_id).number,
        assessors: sessions.map(({ assessorId, assessorName }) => ({ id: assessorId, name: assessorName })),
        scales,
        lines,
      };
    });

interface Pair {
  readonly first: { readonly id: string; readonly name: string };
  readonly second: { readonly id: string; readonly name: string };
  readonly lines: ComparedCriterion[];
  calibrations: number;
}

/** The agreement of each two assessors on pass/fail items over the calibrations that both submitted. */
export function pairsOf(calibrations: readonly PeriodCalibration[]): Consistency['pairs'] {
  const pairs = new Map<string, Pair>();
  for (const { assessors, lines } of calibrations)
    assessors.forEach((first, a) =>
      assessors.slice(a + 1).forEach((second, offset) => {
        const b = a + 1 + offset;
        // Assessors stand in one order in all calibrations, so each keeps their side: κ looks at each one's own shares.
        const key = `${first.id} ${second.id}`;
        const pair = pairs.get(key) ?? { first, second, lines: [], calibrations: 0 };
        pair.calibrations += 1;
        pair.lines.push(
          ...lines.map((line) => ({ ...line, answers: [line.answers[a] ?? null, line.answers[b] ?? null] })),
        );
        pairs.set(key, pair);
      }),
    );
  return [...pairs.values()].flatMap(({ first, second, lines, calibrations: n }) => {
    const found = agreementByScale(ratedItems(lines)).find(({ scale }) => scale === 'passFail');
    if (!found) return [];
    const { items, percent, interval, ac1, kappa, alpha } = found;
    return [
      {
        firstId: first.id,
        secondId: second.id,
        first: first.name,
        second: second.name,
        calibrations: n,
        items,
        percent,
        interval,
        ac1,
        kappa,
        alpha,
      },
    ];
  });
}
