// Everything that is evidence about an agent, put together from its owners for the scoring engine (scoring model, section 2).
import { NO_EVIDENCE, type Evidence } from '../../../shared/domain/scoring/evidence.ts';
import type { AgentObservations } from '../observation/periodEvidence.ts';

/** An agent's evidence; what no screen collects yet is empty. */
export const evidenceFrom = (observed: AgentObservations | undefined): Evidence =>
  observed ? { ...NO_EVIDENCE, sessions: observed.sessions, redLines: observed.redLines } : NO_EVIDENCE;
