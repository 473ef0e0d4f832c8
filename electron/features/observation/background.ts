// What the runner shows beside its items: how the agent did before, what failed again and again, which problems were found.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { may, seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql } from '../../db/sql.ts';
import { openRectificationsOf } from '../rectification/rows.ts';
import { findingsOf } from './findings.ts';
import { observationFor } from './rows.ts';

/** Sessions looked back on. */
const REMEMBERED = 5;

interface PastFinding {
  observationId: string;
  serviceDay: string;
  criterion: string;
  class: ProblemClass | null;
  description: string;
}

export interface Background {
  last: { id: string; serviceDay: string; score: number | null } | null;
  repeated: { criterion: string; times: number }[];
  findings: PastFinding[];
  rectifications: { id: string; title: string; deadline: string; daysOverdue: number; criteria: string[] }[];
}

/**
 * The agent's last submitted session before this one, what failed in the last five, their problem records, and the rectifications
 * that run, seen at `now` (epoch milliseconds). A third-party assessor gets what
 * came from their own sessions.
 */
export function backgroundOf(db: ReadDb, actor: Actor, id: string, now: number): Background {
  const row = observationFor(db, actor, id);
  const own = seesOnlyOwnObservations(actor.roles) ? [sql`o.assessor_id = ${actor.userId}`] : [];
  const past = db.all<{ id: string; day: string; score: number | null; revision_id: string }>(
    sql`SELECT o.id, o.day, r.score, r.id AS revision_id FROM observation o
      JOIN observation_revision r ON r.id = o.submitted_revision_id
      WHERE o.agent_id = ${row.agent_id} AND o.day <= ${row.day} AND o.state = 'submitted' AND o.calibration_id IS NULL
        AND o.id <> ${id} AND ${every(own)}
      ORDER BY o.day DESC, o.id DESC LIMIT ${REMEMBERED}`,
  );
  // 0.25 is 2 points of 5; no other scale has a value between it and 0.
  const repeated = db.all<{ criterion: string; times: number }>(sql`SELECT criterion, count(*) AS times FROM answer
    WHERE revision_id IN ${among(past.map((session) => session.revision_id))} AND value <= 0.25
    GROUP BY criterion ORDER BY times DESC, criterion`);
  const findings = past.flatMap((session) =>
    findingsOf(db, session.revision_id).map((finding) => ({
      observationId: session.id,
      serviceDay: session.day,
      criterion: finding.criterion,
      class: finding.class,
      description: finding.description,
    })),
  );
  const open = may(actor.roles, 'findings.read') ? openRectificationsOf(db, row.agent_id, now) : [];
  const last = past[0];
  return {
    last: last ? { id: last.id, serviceDay: last.day, score: last.score } : null,
    repeated,
    findings,
    rectifications: open,
  };
}
