// The scoring model a second time, as SQL over plain tables: written from the model's text and not from the engine, so that
// a slip in one of the two shows as a difference. Only the t quantile is left to the caller.
import { connect, type Connection } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import type { Evidence, Window } from '../../shared/domain/scoring/evidence.ts';
import type { ScoringModel } from '../../shared/domain/scoring/model.ts';

const TABLES = `
  CREATE TABLE given (starts INTEGER, ends INTEGER, as_of INTEGER, first TEXT, after TEXT, today TEXT, least_sessions INTEGER,
    least_coverage REAL, cap REAL, full REAL, none REAL, reply INTEGER, solve INTEGER, complaint_cap REAL, rectification REAL,
    rectification_cap REAL, year_hours REAL, training REAL, training_cap REAL, commendation REAL, commendation_cap REAL);
  CREATE TABLE weight (indicator TEXT, outer_w REAL, measure TEXT, inner_w REAL);
  CREATE TABLE upheld_points (upheld TEXT, points REAL);
  CREATE TABLE grade_limit (grade TEXT, least REAL);
  CREATE TABLE agent (agent INTEGER, hours REAL, months INTEGER);
  CREATE TABLE session (agent INTEGER, id TEXT, at INTEGER, status TEXT, minutes REAL);
  CREATE TABLE answer (agent INTEGER, session TEXT, indicator TEXT, w REAL, v REAL);
  CREATE TABLE survey (agent INTEGER, id TEXT, at INTEGER);
  CREATE TABLE item (agent INTEGER, survey TEXT, dimension TEXT, likert INTEGER);
  CREATE TABLE review (agent INTEGER, id TEXT, at INTEGER);
  CREATE TABLE check_ (agent INTEGER, review TEXT, kind TEXT, passed INTEGER);
  CREATE TABLE request (agent INTEGER, id TEXT, asked INTEGER, replied INTEGER, solved INTEGER);
  CREATE TABLE visit (agent INTEGER, id TEXT, due TEXT, made TEXT);
  CREATE TABLE complaint (agent INTEGER, at INTEGER, upheld TEXT);
  CREATE TABLE rectification (agent INTEGER, deadline TEXT, verified INTEGER);
  CREATE TABLE commendation (agent INTEGER, at INTEGER, confirmed INTEGER);
  CREATE TABLE red_line (agent INTEGER, at INTEGER, confirmed INTEGER);
  CREATE INDEX answer_session ON answer (agent, session);
`;

// What each unit says about each measure it feeds: x, 0..100.
const UNITS = `
  CREATE TABLE unit AS
    WITH own AS (SELECT s.* FROM session s, given WHERE status = 'submitted' AND at >= starts AND at < ends)
    SELECT 'session' AS kind, o.agent, o.id, 'observation.' || a.indicator AS measure, 100.0 * sum(w * v) / sum(w) AS x
      FROM own o JOIN answer a ON a.agent = o.agent AND a.session = o.id WHERE v IS NOT NULL GROUP BY o.agent, o.id, a.indicator
    UNION ALL SELECT 'session', agent, id, 'introduction', min(100.0, max(0.0, 100.0 * (none - minutes) / (none - full)))
      FROM own, given WHERE minutes IS NOT NULL
    UNION ALL SELECT 'survey', s.agent, s.id, 'survey.' || dimension, avg((likert - 1) * 25.0)
      FROM survey s JOIN item i ON i.agent = s.agent AND i.survey = s.id, given WHERE at >= starts AND at < ends
      GROUP BY s.agent, s.id, dimension
    UNION ALL SELECT 'survey', s.agent, s.id, 'csi', avg((likert - 1) * 25.0)
      FROM survey s JOIN item i ON i.agent = s.agent AND i.survey = s.id, given WHERE at >= starts AND at < ends
      GROUP BY s.agent, s.id
    UNION ALL SELECT 'review', r.agent, r.id, 'record', avg(passed) * 100.0
      FROM review r JOIN check_ c ON c.agent = r.agent AND c.review = r.id, given
      WHERE at >= starts AND at < ends AND passed IS NOT NULL GROUP BY r.agent, r.id
    UNION ALL SELECT 'review', r.agent, r.id, 'file', avg(passed) * 100.0
      FROM review r JOIN check_ c ON c.agent = r.agent AND c.review = r.id, given
      WHERE at >= starts AND at < ends AND passed IS NOT NULL AND kind = 'file' GROUP BY r.agent, r.id
    UNION ALL SELECT 'request', agent, id, 'reply24', 100.0 * (coalesce(replied, as_of + 1) <= asked + reply * 3600000)
      FROM request, given WHERE asked >= starts AND asked < ends AND (replied IS NOT NULL OR as_of >= asked + reply * 3600000)
    UNION ALL SELECT 'request', agent, id, 'solve48', 100.0 * (coalesce(solved, as_of + 1) <= asked + solve * 3600000)
      FROM request, given WHERE asked >= starts AND asked < ends AND (solved IS NOT NULL OR as_of >= asked + solve * 3600000)
    UNION ALL SELECT 'visit', agent, id, 'visit', iif(made IS NOT NULL AND made <= due, 100.0, 0.0)
      FROM visit, given WHERE due >= first AND due < after AND due <= today;
  CREATE TABLE measure AS SELECT agent, kind, measure, avg(x) AS m, count(*) AS n FROM unit GROUP BY agent, measure;
  CREATE TABLE indicator AS SELECT agent, indicator, max(outer_w) AS outer_w, sum(inner_w * m) / sum(inner_w) AS value,
    sum(inner_w) AS inner_sum FROM measure JOIN weight USING (measure) GROUP BY agent, indicator;
`;

const SCORES = `
  CREATE TABLE base AS SELECT agent, sum(outer_w * value) / sum(outer_w) AS base, sum(outer_w) AS outer_sum,
    sum(outer_w) / (SELECT sum(outer_w) FROM (SELECT DISTINCT indicator, outer_w FROM weight)) AS coverage
    FROM indicator GROUP BY agent;
  CREATE TABLE adjustment AS SELECT agent,
    max(-complaint_cap, coalesce((SELECT sum(points) FROM complaint c JOIN upheld_points USING (upheld)
      WHERE c.agent = a.agent AND at >= starts AND at < ends), 0)) AS complaints,
    max(-rectification_cap, rectification * (SELECT count(*) FROM rectification r
      WHERE r.agent = a.agent AND deadline >= first AND deadline < after AND (verified IS NULL OR verified > min(as_of, ends))
        AND min(as_of, ends) >= 1000 * strftime('%s', deadline, '+1 day', '-8 hours'))) AS rectifications,
    CASE WHEN hours IS NULL OR hours >= year_hours * months / 12.0 THEN 0.0
      ELSE max(-training_cap, training * (1 - hours / (year_hours * months / 12.0))) END AS training,
    min(commendation_cap, commendation * (SELECT count(*) FROM commendation c
      WHERE c.agent = a.agent AND confirmed AND at >= starts AND at < ends)) AS commendations
    FROM agent a, given;
  CREATE TABLE score AS
    WITH raw AS (SELECT agent, base, coalesce(coverage, 0.0) AS coverage, complaints, rectifications, training, commendations,
        min(100.0, max(0.0, base + complaints + rectifications + training + commendations)) AS held,
        EXISTS (SELECT 1 FROM red_line r, given WHERE r.agent = a.agent AND confirmed AND at >= starts AND at < ends) AS vetoed,
        (SELECT count(DISTINCT id) FROM unit u WHERE u.agent = a.agent AND measure LIKE 'observation.%') AS sessions
      FROM adjustment a LEFT JOIN base USING (agent)),
    rounded AS (SELECT *, floor(held * 100 + 0.5 + 1e-7) / 100 AS composite FROM raw),
    judged AS (SELECT r.*, iif(vetoed, min(composite, cap), composite) AS graded,
      base IS NOT NULL AND coverage >= least_coverage - 1e-9 AND sessions >= least_sessions AS sufficient FROM rounded r, given)
    SELECT *, CASE WHEN vetoed THEN 'fail' WHEN NOT sufficient THEN 'insufficient'
      ELSE (SELECT grade FROM grade_limit WHERE graded >= least ORDER BY least DESC LIMIT 1) END AS grade FROM judged;
`;

const FAIRNESS = `
  CREATE TABLE k AS SELECT m.agent, m.kind, m.measure, m.m, m.n, coalesce(sum(i.outer_w * w.inner_w / i.inner_sum / b.outer_sum), 0) AS k
    FROM measure m LEFT JOIN base b USING (agent) LEFT JOIN weight w ON w.measure = m.measure
    LEFT JOIN indicator i ON i.agent = m.agent AND i.indicator = w.indicator GROUP BY m.agent, m.measure;
  CREATE TABLE counted AS SELECT agent, kind, count(DISTINCT id) AS n FROM unit GROUP BY agent, kind;
  CREATE TABLE pool AS
    WITH sound AS (SELECT c.agent, c.kind, c.n FROM counted c WHERE n >= 2
      AND NOT EXISTS (SELECT 1 FROM measure m WHERE m.agent = c.agent AND m.kind = c.kind AND m.n < 2)),
    influence AS (SELECT s.agent, s.kind, u.id, sum(k.k * (1.0 * s.n / k.n) * (u.x - k.m) * sqrt(k.n / (k.n - 1.0))) AS y
      FROM sound s JOIN unit u ON u.agent = s.agent AND u.kind = s.kind
      JOIN k ON k.agent = u.agent AND k.measure = u.measure GROUP BY s.agent, s.kind, u.id)
    SELECT s.kind, (SELECT sum(y * y) FROM influence i WHERE i.kind = s.kind) / sum(s.n) AS variance, sum(s.n - 1) AS freedom
      FROM sound s GROUP BY s.kind;
  CREATE TABLE spread AS SELECT c.agent, sum(p.variance / c.n) AS variance,
    sum(p.variance / c.n * p.variance / c.n / p.freedom) AS parts, count(*) = count(p.kind) AS known
    FROM counted c LEFT JOIN pool p USING (kind) GROUP BY c.agent;
  CREATE TABLE ranked AS SELECT s.agent, s.composite, d.variance FROM score s JOIN spread d USING (agent) WHERE sufficient AND known;
  CREATE TABLE ranking AS
    WITH t AS (SELECT count(*) AS n, avg(composite) AS m, avg(variance) AS doubt FROM ranked),
    v AS (SELECT t.*, (SELECT sum((composite - t.m) * (composite - t.m)) FROM ranked) / (n - 1) AS v FROM t),
    b AS (SELECT v.*, max(0, v - doubt) AS tau FROM v)
    SELECT agent, m, iif(tau + variance = 0, composite, m + (composite - m) * tau / (tau + variance)) AS value
      FROM ranked, b WHERE n >= 3;
`;

const OUTPUT = `SELECT s.*, iif(s.base IS NOT NULL AND d.known, d.variance, NULL) AS variance, d.parts, r.value AS ranking, r.m AS mean
  FROM score s LEFT JOIN spread d USING (agent) LEFT JOIN ranking r USING (agent) ORDER BY s.agent`;

const FILLED =
  'weight upheld_points grade_limit agent session answer survey item review check_ request visit complaint rectification commendation red_line given'.split(
    ' ',
  );
const DERIVED = 'unit measure indicator base adjustment score k counted pool spread ranked ranking'.split(' ');

export interface SqlScore {
  readonly agent: number;
  readonly base: number | null;
  readonly coverage: number;
  readonly complaints: number;
  readonly rectifications: number;
  readonly training: number;
  readonly commendations: number;
  readonly composite: number | null;
  readonly graded: number | null;
  readonly grade: string;
  readonly vetoed: number;
  readonly sufficient: number;
  readonly sessions: number;
  /** Of the base; null where there is no interval. */
  readonly variance: number | null;
  /** Σ part² / freedom: variance² over it are the degrees of freedom. */
  readonly parts: number | null;
  readonly ranking: number | null;
  /** Of the ranked composites. */
  readonly mean: number | null;
}

export interface SqlResult {
  readonly scores: readonly SqlScore[];
  /** `agent measure` → value. */
  readonly measures: ReadonlyMap<string, number>;
  /** `agent indicator` → value. */
  readonly indicators: ReadonlyMap<string, number>;
}

function fillModel(db: Connection, window: Window, model: ScoringModel): void {
  const { adjustments: a, introduction, minimum } = model;
  db.run(sql`INSERT INTO given VALUES (${window.startsAt}, ${window.endsAt}, ${window.asOf}, ${window.start}, ${window.end},
    ${window.asOfDay}, ${minimum.sessions[window.kind]}, ${minimum.coverage}, ${model.redLineCap}, ${introduction.full},
    ${introduction.none}, ${model.replyHours}, ${model.solveHours}, ${a.complaints.cap}, ${a.rectifications.points},
    ${a.rectifications.cap}, ${a.training.hoursPerYear}, ${a.training.points}, ${a.training.cap}, ${a.commendations.points},
    ${a.commendations.cap})`);
  for (const [indicator, { weight, measures }] of Object.entries(model.indicators))
    for (const one of measures)
      db.run(sql`INSERT INTO weight VALUES (${indicator}, ${weight}, ${one.measure}, ${one.weight})`);
  for (const [upheld, points] of Object.entries(a.complaints.points))
    db.run(sql`INSERT INTO upheld_points VALUES (${upheld}, ${points})`);
  for (const { grade, from } of model.grades) db.run(sql`INSERT INTO grade_limit VALUES (${grade}, ${from})`);
}

const bit = (value: boolean | null): number | null => (value === null ? null : Number(value));

function fillAgent(db: Connection, agent: number, evidence: Evidence): void {
  const { training } = evidence;
  db.run(sql`INSERT INTO agent VALUES (${agent}, ${training?.hours ?? null}, ${training?.months ?? null})`);
  for (const { id, at, status, introductionMinutes, answers } of evidence.sessions) {
    db.run(sql`INSERT INTO session VALUES (${agent}, ${id}, ${at}, ${status}, ${introductionMinutes})`);
    for (const { indicator, weight, value } of answers)
      db.run(sql`INSERT INTO answer VALUES (${agent}, ${id}, ${indicator}, ${weight}, ${value})`);
  }
  for (const { id, at, items } of evidence.surveys) {
    db.run(sql`INSERT INTO survey VALUES (${agent}, ${id}, ${at})`);
    for (const { dimension, likert } of items)
      db.run(sql`INSERT INTO item VALUES (${agent}, ${id}, ${dimension}, ${likert})`);
  }
  for (const { id, at, checks } of evidence.reviews) {
    db.run(sql`INSERT INTO review VALUES (${agent}, ${id}, ${at})`);
    for (const { kind, passed } of checks)
      db.run(sql`INSERT INTO check_ VALUES (${agent}, ${id}, ${kind}, ${bit(passed)})`);
  }
  for (const { id, askedAt, repliedAt, solvedAt } of evidence.requests)
    db.run(sql`INSERT INTO request VALUES (${agent}, ${id}, ${askedAt}, ${repliedAt}, ${solvedAt})`);
  for (const { id, dueOn, madeOn } of evidence.visits)
    db.run(sql`INSERT INTO visit VALUES (${agent}, ${id}, ${dueOn}, ${madeOn})`);
  for (const { at, upheld } of evidence.complaints)
    db.run(sql`INSERT INTO complaint VALUES (${agent}, ${at}, ${upheld})`);
  for (const { deadline, verifiedAt } of evidence.rectifications)
    db.run(sql`INSERT INTO rectification VALUES (${agent}, ${deadline}, ${verifiedAt})`);
  for (const { at, confirmed } of evidence.commendations)
    db.run(sql`INSERT INTO commendation VALUES (${agent}, ${at}, ${bit(confirmed)})`);
  for (const { at, confirmed } of evidence.redLines)
    db.run(sql`INSERT INTO red_line VALUES (${agent}, ${at}, ${bit(confirmed)})`);
}

/** A scorer in a database in memory, used again for each branch. The window is in Asia/Shanghai. */
export function sqlScorer(): (branch: readonly Evidence[], window: Window, model: ScoringModel) => SqlResult {
  const db = connect(':memory:');
  db.exec(TABLES);
  const empty = FILLED.map((table) => `DELETE FROM ${table};`).join('');
  const drop = DERIVED.map((table) => `DROP TABLE IF EXISTS ${table};`).join('');
  return (branch, window, model) =>
    db.transaction(() => {
      db.exec(empty + drop);
      fillModel(db, window, model);
      branch.forEach((evidence, agent) => fillAgent(db, agent, evidence));
      db.exec(UNITS + SCORES + FAIRNESS);
      const named = (query: string): ReadonlyMap<string, number> =>
        new Map(
          [...db.each<{ name: string; value: number }>({ text: query, values: [] })].map(
            ({ name, value }) => [name, value] as const,
          ),
        );
      return {
        scores: [...db.each<SqlScore>({ text: OUTPUT, values: [] })],
        measures: named(`SELECT agent || ' ' || measure AS name, m AS value FROM measure`),
        indicators: named(`SELECT agent || ' ' || indicator AS name, value FROM indicator`),
      };
    });
}
