// Reads a period's sessions for the workbook, with the revision that counts of each: context, answers in words, findings.
import type {
  NotApplicableReason,
  ObservationState,
  RedLineState,
  ServiceKind,
} from '../../../shared/contract/observationRecord.ts';
import type { Language, ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { civilTime } from '../../../shared/domain/time.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { ReportAnswer, ReportSession } from '../../excel/report/data.ts';
import { criterionOf, pinnedStandard, type PinnedStandard } from '../observation/standardOf.ts';
import type { ReadFinding } from './filed.ts';

interface SessionRow {
  readonly id: string;
  readonly revision_id: string;
  readonly number: string;
  readonly state: ObservationState;
  readonly calibration_id: string | null;
  readonly service_at: string;
  readonly assessor: string;
  readonly kind: ServiceKind;
  readonly place: string;
  readonly client: string;
  readonly standard_version_id: string;
  readonly late_entry: number;
  readonly introduction_minutes: number | null;
}

interface AnswerRow {
  readonly criterion: string;
  readonly value: number | null;
  readonly not_applicable: NotApplicableReason | null;
  readonly words: string;
  readonly note: string | null;
}

interface FindingRow {
  readonly id: string;
  readonly criterion: string;
  readonly occurred_at: string | null;
  readonly place: string;
  readonly service_content: string;
  readonly description: string;
  readonly scope_of_impact: string;
  readonly class: ProblemClass | null;
}

interface LineRow {
  readonly id: string;
  readonly criterion: string;
  readonly state: RedLineState;
  readonly statement: string | null;
  readonly decision_reason: string | null;
}

export interface ReadSessions {
  readonly sessions: readonly ReportSession[];
  readonly findings: readonly ReadFinding[];
  /** Ids of the red lines among the findings. */
  readonly vetoesListed: ReadonlySet<string>;
  /** Version ids of the standards they were observed with. */
  readonly standardVersions: ReadonlySet<string>;
}

const wordsOf = (language: Language) => (language === 'en' ? en.words : zhCN.words);

function answersOf(
  db: ReadDb,
  row: SessionRow,
  standard: PinnedStandard,
  { language, raised }: Pick<SessionReading, 'language' | 'raised'>,
): ReportAnswer[] {
  const side = language === 'en' ? 'en' : 'zh';
  const reasons = wordsOf(language).notApplicableReason;
  const given = new Map(
    db
      .all<AnswerRow>(
        sql`SELECT a.criterion, a.value, a.not_applicable, a.words, n.text AS note FROM answer a
          LEFT JOIN note n ON n.revision_id = a.revision_id AND n.criterion = a.criterion
          WHERE a.revision_id = ${row.revision_id}`,
      )
      .map((answer) => [answer.criterion, answer]),
  );
  return standard.criteria.map((criterion): ReportAnswer => {
    const answer = given.get(criterion.code);
    const after = raised.get(`session ${row.id} ${criterion.code}`);
    const value = answer?.value ?? null;
    const reason = answer?.not_applicable ? reasons[answer.not_applicable] : '';
    return {
      criterion: criterion.code,
      clause: criterion.clause,
      stage: criterion.stage,
      text: criterion.text[side],
      indicator: criterion.indicator,
      scale: criterion.scale,
      weight: criterion.weight,
      value: after ?? value,
      raisedFrom: after === undefined ? null : value,
      notApplicable: (answer?.not_applicable ?? null) !== null,
      redLine: criterion.redLine,
      note: [reason, answer?.words ?? '', answer?.note ?? ''].filter((part) => part !== '').join('；'),
    };
  });
}

function findingsOf(
  db: ReadDb,
  row: SessionRow,
  standard: PinnedStandard,
  how: {
    readonly employeeNumber: string;
    readonly language: Language;
    readonly timeZone: string;
    readonly vetoes: ReadonlySet<string>;
  },
): { readonly findings: ReadFinding[]; readonly redLineIds: string[] } {
  const side = how.language === 'en' ? 'en' : 'zh';
  const lines = new Map(
    db
      .all<LineRow>(
        sql`SELECT id, criterion, state, statement, decision_reason FROM red_line
          WHERE observation_id = ${row.id} AND state <> 'retracted'`,
      )
      .map((line) => [line.criterion, line]),
  );
  const problems = new Map(
    db
      .all<FindingRow>(
        sql`SELECT f.origin_id AS id, f.criterion, f.occurred_at, f.place, f.service_content, f.description, f.scope_of_impact, f.class
          FROM finding f JOIN answer a ON a.revision_id = f.revision_id AND a.criterion = f.criterion
          WHERE f.revision_id = ${row.revision_id} AND a.value < 1`,
      )
      .map((finding) => [finding.criterion, finding]),
  );
  const findings = [...new Set([...problems.keys(), ...lines.keys()])].sort().map((code): ReadFinding => {
    const criterion = criterionOf(standard, code);
    const problem = problems.get(code);
    const line = lines.get(code);
    return {
      findingId: problem?.id ?? null,
      source: 'observation',
      session: row.number,
      employeeNumber: how.employeeNumber,
      occurredAt: problem?.occurred_at ? civilTime(Date.parse(problem.occurred_at), how.timeZone) : null,
      clause: criterion.clause,
      criterion: code,
      text: criterion.text[side],
      class: problem?.class ?? null,
      place: problem?.place ?? row.place,
      serviceContent: problem?.service_content ?? '',
      description: problem?.description ?? '',
      scopeOfImpact: problem?.scope_of_impact ?? '',
      redLine: line?.state ?? null,
      vetoes: line !== undefined && how.vetoes.has(line.id),
      statement: line?.statement ?? '',
      decision: line?.decision_reason ?? '',
    };
  });
  return { findings, redLineIds: [...lines.values()].map(({ id }) => id) };
}

export interface SessionReading {
  readonly window: Window;
  readonly language: Language;
  /** Ids of the red lines that veto the agent's score. */
  readonly vetoes: ReadonlySet<string>;
  /** As `raisedValues` gives them. */
  readonly raised: ReadonlyMap<string, number>;
}

/** Sessions and findings of one agent in the window, withdrawn and calibration sessions with a confirmed red line too,
 * oldest first. */
export function readSessions(
  db: ReadDb,
  agent: { readonly id: string; readonly employeeNumber: string },
  { window, language, vetoes, raised }: SessionReading,
  nextNumber: (day: string) => string,
): ReadSessions {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const rows = db.all<Omit<SessionRow, 'number'>>(
    sql`SELECT o.id, r.id AS revision_id, o.state, o.calibration_id, o.service_at, u.name AS assessor, r.kind, r.place, r.client,
        o.standard_version_id, o.late_entry, r.introduction_minutes
      FROM observation o JOIN user u ON u.id = o.assessor_id
      JOIN observation_revision r ON r.id = coalesce(o.submitted_revision_id,
        (SELECT id FROM observation_revision WHERE observation_id = o.id ORDER BY number DESC LIMIT 1))
      WHERE o.agent_id = ${agent.id} AND o.service_at >= ${from} AND o.service_at < ${to}
        AND ((o.state = 'submitted' AND o.calibration_id IS NULL) OR (o.state IN ('submitted', 'withdrawn') AND EXISTS
          (SELECT 1 FROM red_line l WHERE l.observation_id = o.id AND l.state = 'confirmed')))
      ORDER BY o.service_at, o.id`,
  );
  const sessions: ReportSession[] = [];
  const findings: ReadFinding[] = [];
  const standardVersions = new Set<string>();
  const vetoesListed = new Set<string>();
  const kinds = wordsOf(language).serviceKind;
  for (const one of rows) {
    const serviceAt = civilTime(Date.parse(one.service_at), window.timeZone);
    const row: SessionRow = { ...one, number: nextNumber(serviceAt.slice(0, 10)) };
    const standard = pinnedStandard(db, row.standard_version_id);
    standardVersions.add(row.standard_version_id);
    const { employeeNumber } = agent;
    sessions.push({
      number: row.number,
      employeeNumber,
      serviceAt,
      assessor: row.assessor,
      kind: kinds[row.kind],
      place: row.place,
      client: row.client,
      standardNumber: standard.number,
      status: row.state === 'withdrawn' ? 'withdrawn' : row.calibration_id === null ? 'submitted' : 'calibration',
      lateEntry: row.late_entry === 1,
      introductionMinutes: row.introduction_minutes,
      answers: answersOf(db, row, standard, { language, raised }),
    });
    const how = { employeeNumber, language, timeZone: window.timeZone, vetoes };
    const found = findingsOf(db, row, standard, how);
    findings.push(...found.findings);
    for (const id of found.redLineIds) vetoesListed.add(id);
  }
  return { sessions, findings, vetoesListed, standardVersions };
}
