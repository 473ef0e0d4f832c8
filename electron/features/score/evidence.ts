// Everything that is evidence about an agent, put together from its owners for the scoring engine (scoring model, section 2).
import { NO_EVIDENCE, type Evidence, type Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { appealCorrections } from '../appeal/corrections.ts';
import { complaintEvidence } from '../complaint/evidence.ts';
import { evidenceOfPeriod } from '../observation/periodEvidence.ts';
import { redLinesCounting } from '../observation/redLineEvidence.ts';
import { redLineEvidence } from '../inspection/pending.ts';
import { reviewEvidence } from '../records/periodEvidence.ts';
import { commendationEvidence } from '../feedback/rows.ts';
import { rectificationEvidence } from '../rectification/periodEvidence.ts';
import { responseEvidence } from '../responses/evidence.ts';
import { trainingEvidence } from '../training/evidence.ts';
import { surveyEvidence } from '../survey/periodSurveys.ts';

/** What the owner of a table gives of each of the agents for a window; those without anything may be left out. */
export type EvidenceOwner = (
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
) => ReadonlyMap<string, Partial<Evidence>>;

/** Every owner, one line each. Red lines come from observations, record reviews and patrols; other lists from one owner. */
const OWNERS: readonly EvidenceOwner[] = [
  (db, agentIds, window) =>
    new Map([...evidenceOfPeriod(db, { agentIds }, window)].map(([id, { sessions }]) => [id, { sessions }])),
  redLinesCounting,
  redLineEvidence,
  reviewEvidence,
  surveyEvidence,
  responseEvidence,
  commendationEvidence,
  trainingEvidence,
  complaintEvidence,
  rectificationEvidence,
];

/** What the owners give, put together; the red lines of all of them. */
function merged(given: readonly Partial<Evidence>[]): Evidence {
  const redLines = given.flatMap((owned) => owned.redLines ?? []);
  return Object.assign({}, NO_EVIDENCE, ...given, { redLines }) as Evidence;
}

/** Agents read at once: enough that a statement's cost is shared, few enough that a million answers never stand in memory. */
const CHUNK = 100;

export interface AgentEvidence {
  readonly agentId: string;
  readonly evidence: Evidence;
}

/**
 * The evidence of each agent for the window, in the order given, those without any too. The database must not be
 * written to by this connection while it is walked.
 */
export function* evidenceOfAgents(db: ReadDb, agentIds: readonly string[], window: Window): Generator<AgentEvidence> {
  for (let from = 0; from < agentIds.length; from += CHUNK) {
    const ids = agentIds.slice(from, from + CHUNK);
    const given = OWNERS.map((owner) => owner(db, ids, window));
    const withAppeals = appealCorrections(db, ids);
    for (const agentId of ids)
      yield {
        agentId,
        evidence: withAppeals(agentId, merged(given.map((owned) => owned.get(agentId) ?? {}))),
      };
  }
}

/** One agent's evidence for the window. */
export function evidenceOfAgent(db: ReadDb, agentId: string, window: Window): Evidence {
  const [found] = evidenceOfAgents(db, [agentId], window);
  return found?.evidence ?? NO_EVIDENCE;
}
