// What an item appealed against is: whose evidence, of which record and standard version, and what its criterion says. Read
// from the owners' tables by id; nothing of it is changed here.
import type { AppealItem, AppealKind } from '../../../shared/contract/appeal.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { pinnedChecks } from '../inspection/standardOf.ts';
import { pinnedStandard } from '../observation/standardOf.ts';

export interface Subject {
  readonly record: AppealItem['record'];
  readonly standardVersionId: string;
  /** Ids of those who made or decided it. */
  readonly assessorIds: readonly string[];
  /** Of a red line; an answer or check is named by its own. */
  readonly criterion: string | null;
}

interface SubjectRow {
  readonly record_kind: AppealItem['record']['kind'];
  readonly record_id: string;
  readonly version_id: string;
  readonly criterion: string | null;
  readonly first: string;
  readonly second: string | null;
  readonly third: string | null;
}

const SELECT: Readonly<Record<AppealKind, (id: string) => Sql>> = {
  // Whoever amended the session has assessed it too.
  session: (id) => sql`SELECT 'session' AS record_kind, o.id AS record_id, o.standard_version_id AS version_id,
      NULL AS criterion, o.assessor_id AS first, r.created_by AS second, NULL AS third
    FROM observation o LEFT JOIN observation_revision r ON r.id = o.submitted_revision_id WHERE o.id = ${id}`,
  review: (id) => sql`SELECT 'review' AS record_kind, id AS record_id, standard_version_id AS version_id,
      NULL AS criterion, reviewer_id AS first, NULL AS second, NULL AS third
    FROM record_review WHERE id = ${id}`,
  redLine: (id) => sql`SELECT 'session' AS record_kind, o.id AS record_id, o.standard_version_id AS version_id,
      l.criterion, o.assessor_id AS first, l.recorded_by AS second, l.decided_by AS third
    FROM red_line l JOIN observation o ON o.id = l.observation_id WHERE l.id = ${id}
    UNION ALL SELECT iif(source = 'record', 'review', 'patrol'), source_id, standard_version_id, criterion,
      inspector_id, recorded_by, decided_by FROM inspection_red_line WHERE id = ${id}`,
};

/** @throws AppError NOT_FOUND appealItemMissing */
export function subjectOf(db: ReadDb, kind: AppealKind, id: string): Subject {
  const row = db.get<SubjectRow>(SELECT[kind](id));
  if (!row) throw new AppError('NOT_FOUND', 'appealItemMissing');
  const people = [row.first, row.second, row.third].filter((one) => one !== null);
  return {
    record: { kind: row.record_kind, id: row.record_id },
    standardVersionId: row.version_id,
    assessorIds: [...new Set(people)],
    criterion: row.criterion,
  };
}

/** The criterion in the version that the evidence was recorded with. @throws AppError NOT_FOUND appealItemMissing */
export function criterionOf(
  db: ReadDb,
  { record, standardVersionId }: Pick<Subject, 'record' | 'standardVersionId'>,
  code: string,
): Criterion {
  const standard =
    record.kind === 'session'
      ? pinnedStandard(db, standardVersionId)
      : pinnedChecks(db, record.kind === 'review' ? 'record' : 'patrol', standardVersionId);
  const criterion = standard.byCode.get(code);
  if (!criterion) throw new AppError('NOT_FOUND', 'appealItemMissing');
  return criterion;
}
