// Owns the tables `supervision_report` and `supervision_issue`: reports of a period's supervision (8.1: regular, quarterly, annual).
// An issue freezes figures and words with a digest; a later one gets the next number and a reason.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PeriodDays, PeriodKind } from '../../../shared/contract/score.ts';
import {
  ReportContent,
  type ReportedImprovement,
  type ReportIssue,
  type ReportRecord,
  type ReportRow,
  type ReportTexts,
  type SupervisionFigures,
} from '../../../shared/contract/supervision.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { addDays, dayOf, periodOf, startOfDay } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { improvementsOfPeriod } from '../improvement/rows.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { readSettings } from '../settings.ts';
import type { SupervisionInput } from './figures.ts';

interface StoredReport {
  readonly id: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly kind: PeriodKind;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly nextSteps: string;
  readonly openedAt: string;
  readonly openedBy: string;
}

const storedReports = (db: ReadDb, where: Sql): StoredReport[] =>
  db.all<StoredReport>(sql`SELECT r.id, branch_id AS branchId, branch.name AS branchName, kind, start_day AS start,
      end_day AS end, summary, next_steps AS nextSteps, opened_at AS openedAt, user.name AS openedBy
    FROM supervision_report r JOIN branch ON branch.id = branch_id JOIN user ON user.id = opened_by
    WHERE ${where} ORDER BY end_day DESC, kind, branch.code`);

/** Newest first. */
const issuesOf = (db: ReadDb, reportId: string): ReportIssue[] =>
  db.all<ReportIssue>(sql`SELECT number, reason, issued_at AS issuedAt, user.name AS issuedBy, digest
    FROM supervision_issue JOIN user ON user.id = issued_by WHERE report_id = ${reportId} ORDER BY number DESC`);

const asRow = (db: ReadDb, report: StoredReport): ReportRow => ({
  ...{ id: report.id, branchId: report.branchId, branchName: report.branchName },
  period: { kind: report.kind, start: report.start, end: report.end },
  ...{ openedAt: report.openedAt, openedBy: report.openedBy },
  issue: issuesOf(db, report.id)[0] ?? null,
});

/** The latest periods first. */
export const listReports = (db: ReadDb): ReportRow[] => storedReports(db, sql`1`).map((report) => asRow(db, report));

/** @throws AppError NOT_FOUND supervisionReportMissing */
function reportById(db: ReadDb, id: string): StoredReport {
  const [report] = storedReports(db, sql`r.id = ${id}`);
  if (!report) throw new AppError('NOT_FOUND', 'supervisionReportMissing');
  return report;
}

/** The report of a branch's period, made where there is none. @throws AppError NOT_FOUND branchUnknown; INVALID periodStart */
export function openReport(
  store: Store,
  actor: Actor,
  { branchId, kind, start }: { readonly branchId: string; readonly kind: PeriodKind; readonly start: string },
): { id: string } {
  const period = periodOf(kind, start);
  if (period.start !== start) throw new AppError('INVALID', 'periodStart', { day: period.start });
  getBranch(store.read, branchId);
  const same = sql`branch_id = ${branchId} AND kind = ${kind} AND start_day = ${start}`;
  const [known] = storedReports(store.read, same);
  if (known) return { id: known.id };
  return store.change(actor.userId, (tx) => {
    const id = tx.newId();
    tx.run(sql`INSERT INTO supervision_report (id, branch_id, kind, start_day, end_day, summary, next_steps, opened_at, opened_by)
      VALUES (${id}, ${branchId}, ${kind}, ${start}, ${period.end}, '', '', ${tx.at}, ${actor.userId})`);
    tx.note({
      ...{ action: 'supervisionReport.opened', entity: 'supervisionReport', entityId: id },
      facts: { branch: branchId, kind, from: start },
    });
    return { id };
  });
}

/** What of a report's period has to be read. @throws AppError NOT_FOUND supervisionReportMissing */
export function figuresWanted(store: Store, id: string): SupervisionInput {
  const { branchId, kind, start, end } = reportById(store.read, id);
  const period: PeriodDays = { kind, start, end };
  return { branchId, period, timeZone: readSettings(store.read).timeZone, now: store.clock() };
}

const reported = (db: ReadDb, { branchId, period }: SupervisionFigures): ReportedImprovement[] => {
  const { timeZone } = readSettings(db);
  const [startsAt, endsAt] = [startOfDay(period.start, timeZone), startOfDay(period.end, timeZone)];
  return improvementsOfPeriod(db, branchAndBelow(db, branchId), { startsAt, endsAt }).map(
    ({ id, number, title, kind, state, ownerName, deadline, figure, target, before, after, verdict }) => ({
      ...{ id, number, title, kind, state, ownerName, deadline, figure, target, before, after, verdict },
    }),
  );
};

const contentOf = (db: ReadDb, figures: SupervisionFigures, texts: ReportTexts): ReportContent => ({
  figures,
  improvements: reported(db, figures),
  texts,
});

/** An issue as it was frozen, and whether it is still what was written. @throws AppError NOT_FOUND supervisionIssueMissing */
function frozen(db: ReadDb, id: string, number: number): ReportRecord['shown'] {
  const row = db.get<{ content: string; digest: string }>(
    sql`SELECT content, digest FROM supervision_issue WHERE report_id = ${id} AND number = ${number}`,
  );
  if (!row) throw new AppError('NOT_FOUND', 'supervisionIssueMissing', { number });
  const content = ReportContent.parse(JSON.parse(row.content));
  return { number, content, intact: sha256(row.content) === row.digest };
}

/** @throws AppError NOT_FOUND supervisionReportMissing, supervisionIssueMissing */
export async function reportRecord(
  store: Store,
  { id, number }: { readonly id: string; readonly number: number | null },
  figuresOf: (wanted: SupervisionInput) => Promise<SupervisionFigures>,
): Promise<ReportRecord> {
  const db = store.read;
  const report = reportById(db, id);
  const texts = { summary: report.summary, nextSteps: report.nextSteps };
  const shown =
    number === null
      ? { number, content: contentOf(db, await figuresOf(figuresWanted(store, id)), texts), intact: true }
      : frozen(db, id, number);
  const history = historyOf(db, 'supervisionReport', id);
  return { ...asRow(db, report), issues: issuesOf(db, id), shown, texts, history };
}

/** @throws AppError NOT_FOUND supervisionReportMissing */
export const saveTexts = (
  store: Store,
  actor: Actor,
  { id, texts }: { readonly id: string; readonly texts: ReportTexts },
): void =>
  store.change(actor.userId, (tx) => {
    reportById(tx, id);
    tx.run(
      sql`UPDATE supervision_report SET summary = ${texts.summary}, next_steps = ${texts.nextSteps} WHERE id = ${id}`,
    );
    tx.note({
      ...{ action: 'supervisionReport.worded', entity: 'supervisionReport', entityId: id },
      fields: { summary: texts.summary, nextSteps: texts.nextSteps },
    });
  });

/**
 * Whether a report may be issued now: its period is over and a person has said what comes next.
 * @throws AppError CONFLICT supervisionPeriodRunning (day: the last of the period); INVALID supervisionTextsMissing, supervisionReasonMissing
 */
export function checkIssue(
  store: Store,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): void {
  const db = store.read;
  const { end, summary, nextSteps } = reportById(db, id);
  const today = dayOf(store.clock(), readSettings(db).timeZone);
  if (today < end) throw new AppError('CONFLICT', 'supervisionPeriodRunning', { day: addDays(end, -1) });
  if (summary === '' || nextSteps === '') throw new AppError('INVALID', 'supervisionTextsMissing');
  if (reason === null && issuesOf(db, id).length > 0) throw new AppError('INVALID', 'supervisionReasonMissing');
}

/** Freezes the figures with the texts as last saved. @throws AppError as `checkIssue` */
export const issueReport = (
  store: Store,
  actor: Actor,
  wanted: { readonly id: string; readonly reason: string | null },
  figures: SupervisionFigures,
): { number: number } => {
  checkIssue(store, wanted);
  return store.change(actor.userId, (tx) => {
    const { id } = wanted;
    const { summary, nextSteps } = reportById(tx, id);
    const number = (issuesOf(tx, id)[0]?.number ?? 0) + 1;
    const reason = number === 1 ? null : wanted.reason;
    const content = canonicalJson(contentOf(tx, figures, { summary, nextSteps }));
    const digest = sha256(content);
    tx.run(sql`INSERT INTO supervision_issue (report_id, number, content, digest, reason, issued_at, issued_by)
      VALUES (${id}, ${number}, ${content}, ${digest}, ${reason}, ${tx.at}, ${actor.userId})`);
    tx.note({
      ...{ action: 'supervisionReport.issued', entity: 'supervisionReport', entityId: id },
      ...{ facts: { number, digest }, ...(reason === null ? {} : { fields: { reason } }) },
    });
    return { number };
  });
};
