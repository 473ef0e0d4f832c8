// Not-applicable answers of the normal sessions of a period: their rate by assessor and by item, with the reasons, and the
// answers behind a rate. A high rate of one assessor, or of one item, is a question to ask.
import type { Consistency, NotApplicableRow, Rate } from '../../../shared/contract/calibration.ts';
import { NOT_APPLICABLE_REASONS, type NotApplicableReason } from '../../../shared/contract/observationRecord.ts';
import { wilson } from '../../../shared/domain/scoring/wilson.ts';
import type { ReadDb } from '../../db/connection.ts';
import { every, listOf, sql, type Sql } from '../../db/sql.ts';
import type { Span } from '../observation/periodEvidence.ts';
import { pinnedStandard } from '../observation/standardOf.ts';

interface Tally {
  readonly assessor_id: string;
  readonly name: string;
  readonly standard_version_id: string;
  readonly criterion: string;
  readonly reason: NotApplicableReason | null;
  readonly n: number;
}

const sessions = (branchIds: readonly string[], { startsAt, endsAt }: Span): Sql =>
  sql`o.state = 'submitted' AND o.calibration_id IS NULL AND o.branch_id IN (${listOf(branchIds)})
    AND o.service_at >= ${new Date(startsAt).toISOString()} AND o.service_at < ${new Date(endsAt).toISOString()}`;

function rateOf(tallies: readonly Tally[]): Rate {
  const sum = (of: readonly Tally[]): number => of.reduce((total, { n }) => total + n, 0);
  const answers = sum(tallies);
  const notApplicable = sum(tallies.filter(({ reason }) => reason !== null));
  const reasons = Object.fromEntries(
    NOT_APPLICABLE_REASONS.map((code) => [code, sum(tallies.filter(({ reason }) => reason === code))]),
  ) as Rate['reasons'];
  return { answers, notApplicable, interval: wilson(notApplicable, answers), reasons };
}

/** Rates by assessor (by name) and by criterion (of the highest rate first; those never found inapplicable left out). */
export function notApplicableRates(
  db: ReadDb,
  branchIds: readonly string[],
  span: Span,
): Pick<Consistency, 'byAssessor' | 'byCriterion'> {
  const tallies = db.all<Tally>(sql`SELECT o.assessor_id, u.name, o.standard_version_id, a.criterion,
      a.not_applicable AS reason, count(*) AS n
    FROM observation o JOIN answer a ON a.revision_id = o.submitted_revision_id JOIN user u ON u.id = o.assessor_id
    WHERE ${sessions(branchIds, span)} GROUP BY 1, 2, 3, 4, 5`);
  const byAssessor = [...Map.groupBy(tallies, ({ assessor_id }) => assessor_id)]
    .map(([assessorId, own]) => ({ assessorId, name: own[0]!.name, ...rateOf(own) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const byCriterion = [...Map.groupBy(tallies, ({ criterion }) => criterion)]
    .flatMap(([criterion, own]) => {
      // The words of the newest version: ids rise with time.
      const version = own.reduce(
        (newest, { standard_version_id: id }) => (id > newest ? id : newest),
        own[0]!.standard_version_id,
      );
      const known = pinnedStandard(db, version).byCode.get(criterion);
      const rate = rateOf(own);
      if (!known || rate.notApplicable === 0) return [];
      return [{ criterion, text: known.text, indicator: known.indicator, ...rate }];
    })
    .sort(
      (a, b) => b.notApplicable / b.answers - a.notApplicable / a.answers || a.criterion.localeCompare(b.criterion),
    );
  return { byAssessor, byCriterion };
}

const MOST_ROWS = 5000;

/** The answers behind a rate, newest service first; null: of every assessor, of every criterion. */
export function notApplicableRows(
  db: ReadDb,
  branchIds: readonly string[],
  span: Span,
  of: { readonly assessorId: string | null; readonly criterion: string | null },
): NotApplicableRow[] {
  const wanted = [sessions(branchIds, span), sql`a.not_applicable IS NOT NULL`];
  if (of.assessorId !== null) wanted.push(sql`o.assessor_id = ${of.assessorId}`);
  if (of.criterion !== null) wanted.push(sql`a.criterion = ${of.criterion}`);
  return db.all<NotApplicableRow>(sql`SELECT o.id AS observationId, o.service_at AS serviceAt, g.name AS agentName,
      u.name AS assessorName, a.criterion, a.not_applicable AS reason, a.words
    FROM observation o JOIN answer a ON a.revision_id = o.submitted_revision_id JOIN user u ON u.id = o.assessor_id
      JOIN agent g ON g.id = o.agent_id
    WHERE ${every(wanted)} ORDER BY o.service_at DESC, o.id, a.criterion LIMIT ${MOST_ROWS}`);
}
