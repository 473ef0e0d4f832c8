// The surveys of a period as plain values: evidence for the scoring engine, rows for the workbook's sheet 满意度.
import type { Likert, SurveyMeans } from '../../../shared/contract/survey.ts';
import type { Dimension } from '../../../shared/contract/vocabulary.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import type { Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { csiOf } from '../../../shared/domain/survey/likert.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** Epoch milliseconds, half-open; any `Window` is one. */
interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface PeriodSurvey {
  readonly id: string;
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly day: string;
  /** ISO instant. */
  readonly answeredAt: string;
  readonly means: SurveyMeans;
  readonly questionnaireNumber: number;
  /** 0..100 */
  readonly csi: number;
  /** Empty for an anonymous one. */
  readonly client: string;
  readonly comment: string;
  readonly digest: string;
  /** In the order of the questionnaire; those that were not answered are left out. */
  readonly answers: readonly { readonly item: string; readonly dimension: Dimension; readonly likert: Likert }[];
}

interface AnswerRow {
  readonly survey_id: string;
  readonly item: string;
  readonly dimension: Dimension;
  readonly likert: Likert;
}

const counting = (agentIds: readonly string[], { startsAt, endsAt }: Span): Sql =>
  sql`s.agent_id IN (SELECT value FROM json_each(${JSON.stringify(agentIds)})) AND s.state = 'counted'
    AND s.answered_at >= ${new Date(startsAt).toISOString()} AND s.answered_at < ${new Date(endsAt).toISOString()}`;

const answersOf = (db: ReadDb, where: Sql): ReadonlyMap<string, AnswerRow[]> =>
  Map.groupBy(
    db.all<AnswerRow>(sql`SELECT x.survey_id, x.item, x.dimension, x.likert
      FROM survey s JOIN survey_answer x ON x.survey_id = s.id
        JOIN questionnaire_item i ON i.version_id = s.questionnaire_id AND i.code = x.item
      WHERE ${where} ORDER BY x.survey_id, i.position`),
    (row) => row.survey_id,
  );

/**
 * Counted surveys of the agents that were answered in the window, by the agent's number, then in the order of answering.
 * Withdrawn ones are none. Clients are masked unless `unmasked` says otherwise (an unmasked workbook with its reason).
 */
export function surveysOfPeriod(
  db: ReadDb,
  agentIds: readonly string[],
  window: Span,
  options: { readonly unmasked?: boolean } = {},
): PeriodSurvey[] {
  const where = counting(agentIds, window);
  const answers = answersOf(db, where);
  return db
    .all<Omit<PeriodSurvey, 'answers' | 'csi'>>(
      sql`SELECT s.id, s.agent_id AS agentId, s.branch_id AS branchId, s.team, s.day, s.answered_at AS answeredAt, s.means,
          q.number AS questionnaireNumber, s.client, s.comment, s.digest
        FROM survey s JOIN questionnaire_version q ON q.id = s.questionnaire_id JOIN agent a ON a.id = s.agent_id
        WHERE ${where} ORDER BY a.number, s.answered_at, s.id`,
    )
    .map((row) => {
      const own = answers.get(row.id) ?? [];
      return {
        ...row,
        client: options.unmasked === true ? row.client : maskClient(row.client),
        csi: csiOf(own) ?? 0,
        answers: own.map(({ item, dimension, likert }) => ({ item, dimension, likert })),
      };
    });
}

/** The surveys of each agent as evidence: an `EvidenceOwner`. Agents without any are left out. */
export function surveyEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Span,
): Map<string, Pick<Evidence, 'surveys'>> {
  const where = counting(agentIds, window);
  const answers = answersOf(db, where);
  const rows = db.all<{ id: string; agent_id: string; answered_at: string; digest: string }>(
    sql`SELECT s.id, s.agent_id, s.answered_at, s.digest FROM survey s WHERE ${where} ORDER BY s.answered_at, s.id`,
  );
  const surveys = Map.groupBy(rows, (row) => row.agent_id);
  return new Map(
    [...surveys].map(([agentId, own]) => [
      agentId,
      {
        surveys: own.map(({ id, answered_at, digest }) => ({
          id,
          at: Date.parse(answered_at),
          digest,
          items: (answers.get(id) ?? []).map(({ dimension, likert }) => ({ dimension, likert })),
        })),
      },
    ]),
  );
}
