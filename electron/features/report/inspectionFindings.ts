// The problem records and red lines of record reviews and patrols for 问题清单, and red lines of earlier observations that
// count in this period because they were decided in it (8.2; scoring model, section 5).
import type { FindingFields, RedLineState } from '../../../shared/contract/observationRecord.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { civilTime } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import { criterionOf, pinnedStandard } from '../observation/standardOf.ts';
import { pinnedChecks } from '../inspection/standardOf.ts';
import { patrolFindings } from '../patrol/lists.ts';
import { recordFindings } from '../records/periodEvidence.ts';
import type { ReadFinding } from './filed.ts';
import { inChunks, type Numbers } from './methodEvidence.ts';

export interface ReadingFindings {
  readonly window: Window;
  readonly language: Language;
  /** Ids of the red lines that veto a score and do not stand on the list yet. */
  readonly vetoes: ReadonlySet<string>;
  /** What a review is called on the sheet 服务记录, by its id. */
  readonly reviewNumbers: ReadonlyMap<string, string>;
}

interface LineRow {
  readonly id: string;
  readonly source: 'record' | 'patrol';
  readonly source_id: string;
  readonly agent_id: string;
  readonly criterion: string;
  readonly clause: string;
  readonly standard_version_id: string;
  readonly state: Exclude<RedLineState, 'retracted'>;
  readonly at: string;
  readonly statement: string | null;
  readonly decision_reason: string | null;
}

interface Problem extends FindingFields {
  /** Null of a red line without what was seen. */
  readonly id: string | null;
  readonly agentId: string;
  readonly criterion: string;
}

const keyOf = (source: string, sourceId: string, agentId: string, criterion: string): string =>
  [source, sourceId, agentId, criterion].join(' ');

/** Red lines of inspections in the window, and those that veto though they arose before it. */
function linesOf(db: ReadDb, ids: readonly string[], { window, vetoes }: ReadingFindings): LineRow[] {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  return db.all<LineRow>(sql`SELECT id, source, source_id, agent_id, criterion, clause, standard_version_id, state, at,
      statement, decision_reason FROM inspection_red_line
    WHERE state <> 'retracted' AND ready = 1 AND agent_id IN (${listOf(ids)})
      AND ((at >= ${from} AND at < ${to}) OR id IN (${listOf([...vetoes])})) ORDER BY at, id`);
}

interface Origin {
  readonly source: 'record' | 'patrol';
  readonly sourceId: string;
  readonly at: string;
}

/** The findings of all agents of the report from inspections. */
export function readInspectionFindings(db: ReadDb, numbers: Numbers, reading: ReadingFindings): ReadFinding[] {
  const { window, language, vetoes, reviewNumbers } = reading;
  const ids = [...numbers.keys()];
  const side = language === 'en' ? 'en' : 'zh';
  const lines = new Map(
    inChunks(ids, (some) => linesOf(db, some, reading)).map((line) => [
      keyOf(line.source, line.source_id, line.agent_id, line.criterion),
      line,
    ]),
  );
  const standardOf = (source: Origin['source'], sourceId: string): string | undefined =>
    source === 'record'
      ? db.get<{ id: string }>(sql`SELECT standard_version_id AS id FROM record_review WHERE id = ${sourceId}`)?.id
      : db.get<{ id: string }>(sql`SELECT standard_version_id AS id FROM patrol WHERE id = ${sourceId}`)?.id;
  const finding = ({ source, sourceId, at }: Origin, one: Problem, line: LineRow | undefined): ReadFinding => {
    const version = line?.standard_version_id ?? standardOf(source, sourceId);
    const criterion = version === undefined ? undefined : pinnedChecks(db, source, version).byCode.get(one.criterion);
    return {
      findingId: one.id,
      source,
      session: source === 'record' ? (reviewNumbers.get(sourceId) ?? '') : '',
      employeeNumber: numbers.get(one.agentId) ?? '',
      occurredAt: civilTime(Date.parse(one.occurredAt ?? at), window.timeZone),
      clause: line?.clause ?? criterion?.clause ?? '',
      criterion: one.criterion,
      text: criterion?.text[side] ?? '',
      class: one.class,
      place: one.place,
      serviceContent: one.serviceContent,
      description: one.description,
      scopeOfImpact: one.scopeOfImpact,
      redLine: line?.state ?? null,
      vetoes: line !== undefined && vetoes.has(line.id),
      statement: line?.statement ?? '',
      decision: line?.decision_reason ?? '',
    };
  };
  const problems: readonly (readonly [Origin, Problem])[] = [
    ...inChunks(ids, (some) => recordFindings(db, some, window)).map(
      (one) => [{ source: 'record', sourceId: one.reviewId, at: one.at }, one] as const,
    ),
    ...inChunks(ids, (some) => patrolFindings(db, some, window)).map(
      (one) => [{ source: 'patrol', sourceId: one.patrolId, at: one.at }, one] as const,
    ),
  ];
  const found = problems.map(([origin, one]) => {
    const key = keyOf(origin.source, origin.sourceId, one.agentId, one.criterion);
    const line = lines.get(key);
    lines.delete(key);
    return finding(origin, one, line);
  });
  const unwritten = [...lines.values()].map((line) =>
    finding(
      { source: line.source, sourceId: line.source_id, at: line.at },
      { ...EMPTY, id: null, ...about(line) },
      line,
    ),
  );
  return [...found, ...unwritten];
}

const EMPTY: FindingFields = {
  occurredAt: null,
  place: '',
  serviceContent: '',
  description: '',
  scopeOfImpact: '',
  class: null,
};
const about = ({ agent_id, criterion }: LineRow) => ({ agentId: agent_id, criterion });

interface LateRow {
  readonly id: string;
  readonly agent_id: string;
  readonly criterion: string;
  readonly standard_version_id: string;
  readonly service_at: string;
  readonly statement: string | null;
  readonly decision_reason: string | null;
}

/** Red lines of observations outside the window that veto in it: the period of their service was finalised before. */
export const readLateRedLines = (db: ReadDb, numbers: Numbers, reading: ReadingFindings): ReadFinding[] =>
  db
    .all<LateRow>(
      sql`SELECT l.id, o.agent_id, l.criterion, o.standard_version_id, o.service_at, l.statement, l.decision_reason
        FROM red_line l JOIN observation o ON o.id = l.observation_id
        WHERE l.id IN (${listOf([...reading.vetoes])}) ORDER BY o.service_at, l.id`,
    )
    .map((row) => {
      const criterion = criterionOf(pinnedStandard(db, row.standard_version_id), row.criterion);
      return {
        findingId: null,
        source: 'observation',
        session: '',
        employeeNumber: numbers.get(row.agent_id) ?? '',
        occurredAt: civilTime(Date.parse(row.service_at), reading.window.timeZone),
        clause: criterion.clause,
        criterion: row.criterion,
        text: criterion.text[reading.language === 'en' ? 'en' : 'zh'],
        ...EMPTY_WORDS,
        redLine: 'confirmed',
        vetoes: true,
        statement: row.statement ?? '',
        decision: row.decision_reason ?? '',
      };
    });

const EMPTY_WORDS = { class: null, place: '', serviceContent: '', description: '', scopeOfImpact: '' } as const;
