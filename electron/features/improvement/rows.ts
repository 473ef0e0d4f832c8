// Owns the table `improvement`: reads of it, for its screens, the reports of supervision and the workbook.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  Figure,
  IMPROVEMENT_MOVES,
  Measured,
  Problem,
  type ImprovementRecord,
  type ImprovementRow,
} from '../../../shared/contract/improvement.ts';
import { changeOf } from '../../../shared/domain/improvement/figure.ts';
import { nextImprovementState } from '../../../shared/domain/improvement/states.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql, type Sql } from '../../db/sql.ts';
import { historyOf } from '../auditLog.ts';
import { criterionTexts } from '../dashboard/checks.ts';
import { listVersions } from '../standard/versions.ts';
import { barredFrom } from './parts.ts';

type Plain = Omit<ImprovementRow, 'problem' | 'figure' | 'before' | 'after' | 'owned' | 'measured'>;
type Stored = Plain & { readonly [Key in 'problem' | 'before' | 'after']: string | null } & {
  readonly [Key in 'figure' | 'owned' | 'measured']: string;
};

const parsed = <T>(schema: { readonly parse: (value: unknown) => T }, text: string | null): T | null =>
  text === null ? null : schema.parse(JSON.parse(text));

const asRow = (row: Stored): ImprovementRow => ({
  ...row,
  problem: parsed(Problem, row.problem),
  figure: Figure.parse(JSON.parse(row.figure)),
  before: parsed(Measured, row.before),
  after: parsed(Measured, row.after),
  owned: JSON.parse(row.owned) as string[],
  measured: JSON.parse(row.measured) as string[],
});

/** Open ones by deadline, then those that ended, the newest first. */
const improvementsWhere = (db: ReadDb, where: Sql): ImprovementRow[] =>
  db
    .all<Stored>(
      sql`SELECT i.id, i.number, title, kind, state, branch_id AS branchId, branch.name AS branchName, problem, cause,
          measure, owner_id AS ownerId, owner.name AS ownerName, deadline, figure, target, days,
          measured_before AS before, measured_after AS after, verdict, proposed_at AS proposedAt,
          proposer.name AS proposedBy, started_at AS startedAt, done_at AS doneAt, result, ended_at AS endedAt,
          ender.name AS endedBy, end_reason AS endReason, standard_id AS standardId,
          (SELECT json_group_array(user_id) FROM improvement_part WHERE improvement_id = i.id AND part = 'owned') AS owned,
          (SELECT json_group_array(user_id) FROM improvement_part WHERE improvement_id = i.id AND part = 'measured')
            AS measured
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

/** Measures of all branches that have not ended. */
export const unendedImprovements = (db: ReadDb): ImprovementRow[] => improvementsWhere(db, sql`ended_at IS NULL`);

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

/** The criterion that the figure or the problem names, with what it says. */
function criterionOf(db: ReadDb, { figure, problem }: ImprovementRow): ImprovementRecord['criterion'] {
  const textOf = criterionTexts(db);
  if (figure.kind === 'failing') return { code: figure.criterion, text: textOf(figure.source, figure.criterion) };
  if (problem?.kind !== 'criterion') return null;
  return { code: problem.code, text: textOf('observation', problem.code) };
}

/** The version that is linked, unless it was deleted since. */
const standardOf = (db: ReadDb, { standardId }: ImprovementRow): ImprovementRecord['standard'] => {
  const version = standardId === null ? undefined : listVersions(db).find(({ id }) => id === standardId);
  return version ? { id: version.id, title: version.title, number: version.number, status: version.status } : null;
};

/** As its screen shows it to the reader. @throws AppError NOT_FOUND improvementMissing */
export function improvementRecord(db: ReadDb, actor: Actor, id: string): ImprovementRecord {
  const row = improvementById(db, id);
  return {
    ...row,
    criterion: criterionOf(db, row),
    standard: standardOf(db, row),
    change: row.before && row.after ? changeOf(row.before, row.after) : null,
    moves: IMPROVEMENT_MOVES.filter(
      (move) => nextImprovementState(row.state, move) !== null && barredFrom(actor, row, move) === null,
    ),
    history: historyOf(db, 'improvement', id),
  };
}
