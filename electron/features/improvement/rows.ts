// Owns the table `improvement`: reads of it, for its screens, the reports of supervision and the workbook.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  Figure,
  IMPROVEMENT_MOVES,
  Measured,
  Problem,
  type ImprovementMove,
  type ImprovementRecord,
  type ImprovementRow,
} from '../../../shared/contract/improvement.ts';
import { changeOf } from '../../../shared/domain/improvement/figure.ts';
import { nextImprovementState } from '../../../shared/domain/improvement/states.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql, type Sql } from '../../db/sql.ts';
import { historyOf } from '../auditLog.ts';
import { criterionTexts } from '../dashboard/checks.ts';

type Plain = Omit<ImprovementRow, 'problem' | 'figure' | 'before' | 'after'>;
type Stored = Plain & { readonly [Key in 'problem' | 'before' | 'after']: string | null } & { readonly figure: string };

const parsed = <T>(schema: { readonly parse: (value: unknown) => T }, text: string | null): T | null =>
  text === null ? null : schema.parse(JSON.parse(text));

const asRow = (row: Stored): ImprovementRow => ({
  ...row,
  problem: parsed(Problem, row.problem),
  figure: Figure.parse(JSON.parse(row.figure)),
  before: parsed(Measured, row.before),
  after: parsed(Measured, row.after),
});

/** Open ones by deadline, then those that ended, the newest first. */
const improvementsWhere = (db: ReadDb, where: Sql): ImprovementRow[] =>
  db
    .all<Stored>(
      sql`SELECT i.id, i.number, title, kind, state, branch_id AS branchId, branch.name AS branchName, problem, cause,
          measure, owner_id AS ownerId, owner.name AS ownerName, deadline, figure, target, days,
          measured_before AS before, measured_after AS after, verdict, proposed_at AS proposedAt,
          proposer.name AS proposedBy, started_at AS startedAt, done_at AS doneAt, result, ended_at AS endedAt,
          ender.name AS endedBy, end_reason AS endReason
        FROM improvement i JOIN branch ON branch.id = i.branch_id JOIN user owner ON owner.id = i.owner_id
          JOIN user proposer ON proposer.id = i.proposed_by LEFT JOIN user ender ON ender.id = i.ended_by
        WHERE ${where}
        ORDER BY ended_at IS NOT NULL, CASE WHEN ended_at IS NULL THEN deadline END, ended_at DESC, i.number`,
    )
    .map(asRow);

export const listImprovements = (db: ReadDb): ImprovementRow[] => improvementsWhere(db, sql`1`);

/** @throws AppError NOT_FOUND improvementMissing */
export function improvementById(db: ReadDb, id: string): ImprovementRow {
  const [row] = improvementsWhere(db, sql`i.id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'improvementMissing');
  return row;
}

/** Measures of the branches that have not ended. */
export const openImprovements = (db: ReadDb, branchIds: readonly string[]): ImprovementRow[] =>
  improvementsWhere(db, sql`ended_at IS NULL AND i.branch_id IN (${listOf(branchIds)})`);

/** Measures of the branches that were open at any moment of the window, for reports and the workbook's sheet 持续改进. */
export function improvementsOfPeriod(
  db: ReadDb,
  branchIds: readonly string[],
  { startsAt, endsAt }: Pick<Window, 'startsAt' | 'endsAt'>,
): ImprovementRow[] {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  return improvementsWhere(
    db,
    sql`i.branch_id IN (${listOf(branchIds)}) AND proposed_at < ${to} AND (ended_at IS NULL OR ended_at >= ${from})`,
  );
}

/** Why a person may not make a move that the state allows; null where they may. An owner does not judge their own measure. */
export function barredFrom(actor: Actor, row: ImprovementRow, move: ImprovementMove): string | null {
  if (!may(actor.roles, 'improvement.write')) return 'notPermitted';
  if (move === 'evaluate' && actor.userId === row.ownerId) return 'improvementOwnEvaluation';
  const decides = move === 'evaluate' || (move === 'drop' && row.state !== 'proposed');
  return decides && !may(actor.roles, 'improvement.decide') ? 'notPermitted' : null;
}

/** The criterion that the figure or the problem names, with what it says. */
function criterionOf(db: ReadDb, { figure, problem }: ImprovementRow): ImprovementRecord['criterion'] {
  const textOf = criterionTexts(db);
  if (figure.kind === 'failing') return { code: figure.criterion, text: textOf(figure.source, figure.criterion) };
  if (problem?.kind !== 'criterion') return null;
  return { code: problem.code, text: textOf('observation', problem.code) };
}

/** As its screen shows it to the reader. @throws AppError NOT_FOUND improvementMissing */
export function improvementRecord(db: ReadDb, actor: Actor, id: string): ImprovementRecord {
  const row = improvementById(db, id);
  return {
    ...row,
    criterion: criterionOf(db, row),
    change: row.before && row.after ? changeOf(row.before, row.after) : null,
    moves: IMPROVEMENT_MOVES.filter(
      (move) => nextImprovementState(row.state, move) !== null && barredFrom(actor, row, move) === null,
    ),
    history: historyOf(db, 'improvement', id),
  };
}
