// Problem records (8.2) of a period from observations, record reviews and patrols, of what counts alone: submitted, not
// withdrawn, no calibration.
import type { BranchDashboard, FindingSource } from '../../../shared/contract/dashboard.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { pareto } from '../../../shared/domain/dashboard/pareto.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { patrolFindings } from '../patrol/lists.ts';
import { recordFindings } from '../records/periodEvidence.ts';

export interface Problem {
  readonly id: string;
  readonly source: FindingSource;
  readonly recordId: string;
  readonly agentId: string;
  /** ISO 8601 */
  readonly at: string;
  readonly criterion: string;
  readonly class: ProblemClass | null;
  readonly description: string;
}

/** All of the agents in the window, oldest first within their source. */
export function problemsOf(db: ReadDb, agentIds: readonly string[], window: Window): Problem[] {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const observed = db.all<Omit<Problem, 'source'>>(sql`SELECT f.id, o.id AS recordId, o.agent_id AS agentId,
      o.service_at AS at, f.criterion, f.class, f.description
    FROM observation o JOIN finding f ON f.revision_id = o.submitted_revision_id
    WHERE o.state = 'submitted' AND o.calibration_id IS NULL AND o.agent_id IN ${among(agentIds)}
      AND o.service_at >= ${from} AND o.service_at < ${to}
      AND o.day >= date(${from}, '-1 day') AND o.day <= date(${to}, '+1 day')
    ORDER BY o.service_at, o.id, f.criterion`);
  return [
    ...observed.map((problem): Problem => ({ ...problem, source: 'observation' })),
    ...recordFindings(db, agentIds, window).map((finding): Problem => ({
      ...{ id: finding.id, source: 'record', recordId: finding.reviewId, agentId: finding.agentId, at: finding.at },
      ...{ criterion: finding.criterion, class: finding.class, description: finding.description },
    })),
    ...patrolFindings(db, agentIds, window).map((finding): Problem => ({
      ...{ id: finding.id, source: 'patrol', recordId: finding.patrolId, agentId: finding.agentId, at: finding.at },
      ...{ criterion: finding.criterion, class: finding.class, description: finding.description },
    })),
  ];
}

/** How many of each class came from where, the most frequent class first. */
export function problemClasses(problems: readonly Problem[]): BranchDashboard['problems'] {
  const classes = [...Map.groupBy(problems, (problem) => problem.class)].map(([name, own]) => {
    const from = (source: FindingSource): number => own.filter((problem) => problem.source === source).length;
    return { class: name, observation: from('observation'), record: from('record'), patrol: from('patrol') };
  });
  return pareto(classes, ({ observation, record, patrol }) => observation + record + patrol).map(({ item }) => item);
}
