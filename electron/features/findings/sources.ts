// Every finding of every source as one table, whatever record it stands in, and the rectification that stands for it.
import { sql, type Sql } from '../../db/sql.ts';

/** Of an observation the newest revision that was submitted is read, so that a finding keeps its words after it went. */
const OBSERVED = sql`SELECT f.origin_id AS id, 'observation' AS source, o.id AS source_id, o.agent_id, o.branch_id, o.team,
    coalesce(f.occurred_at, o.service_at) AS at, f.place, f.service_content, f.description, f.scope_of_impact, f.class,
    f.criterion, NULL AS clause, NULL AS element, NULL AS severity, n.value, o.standard_version_id AS version_id,
    o.assessor_id AS by_id, o.state = 'submitted' AND f.revision_id = o.submitted_revision_id AS standing, f.revision_id
  FROM finding f JOIN observation_revision r ON r.id = f.revision_id JOIN observation o ON o.id = r.observation_id
    LEFT JOIN answer n ON n.revision_id = f.revision_id AND n.criterion = f.criterion
  WHERE r.state = 'submitted' AND o.calibration_id IS NULL AND NOT EXISTS (SELECT 1 FROM finding later
    JOIN observation_revision l ON l.id = later.revision_id
    WHERE later.origin_id = f.origin_id AND l.state = 'submitted' AND l.number > r.number)`;

// The plus keeps the index of the source out of reads by id or agent, where it would walk every review.
const INSPECTED = sql`SELECT f.id, f.source, f.source_id, f.agent_id, r.branch_id, r.team,
    coalesce(f.occurred_at, r.submitted_at), f.place, f.service_content, f.description, f.scope_of_impact, f.class,
    f.criterion, NULL, NULL, NULL, NULL, r.standard_version_id, r.reviewer_id, r.state = 'submitted', NULL
  FROM inspection_finding f JOIN record_review r ON r.id = f.source_id
  WHERE +f.source = 'record' AND r.submitted_at IS NOT NULL
  UNION ALL SELECT f.id, f.source, f.source_id, f.agent_id, x.branch_id, x.team, coalesce(f.occurred_at, p.at), f.place,
    f.service_content, f.description, f.scope_of_impact, f.class, f.criterion, NULL, NULL, NULL, NULL,
    p.standard_version_id, p.patroller_id, p.state = 'submitted', NULL
  FROM inspection_finding f JOIN patrol p ON p.id = f.source_id
    JOIN patrol_agent x ON x.patrol_id = p.id AND x.agent_id = f.agent_id
  WHERE +f.source = 'patrol' AND p.submitted_at IS NOT NULL`;

/** One from a survey stands and falls with it; a complaint that is withdrawn leaves the finding, which was seen for itself. */
const RECORDED = sql`SELECT f.id, f.source, f.source_id, f.agent_id, f.branch_id, f.team, f.occurred_at, f.place,
    f.service_content, f.description, f.scope_of_impact, f.class, f.criterion, f.clause, f.element, f.severity, NULL, NULL,
    f.recorded_by, f.withdrawn_at IS NULL AND (f.source <> 'survey'
      OR EXISTS (SELECT 1 FROM survey WHERE survey.id = f.source_id AND survey.state = 'counted')), NULL
  FROM recorded_finding f`;

/** All findings that were ever submitted, as a table with the columns of `OBSERVED`. */
export const EVERY_FINDING: Sql = sql`${OBSERVED} UNION ALL ${INSPECTED} UNION ALL ${RECORDED}`;

/** The rectification that stands for a finding `l`: not withdrawn, the newest. */
export const STANDS: Sql = sql`(SELECT z.id FROM rectification_finding x JOIN rectification z ON z.id = x.rectification_id
  WHERE x.finding_id = l.id AND z.state <> 'withdrawn' ORDER BY z.planned_at DESC, z.id DESC LIMIT 1)`;

/** Photos that hang on a finding `l`: of an observation at its criterion, of a review or a patrol at its problem record. */
export const PHOTO_COUNT: Sql = sql`(SELECT count(*) FROM evidence e
      WHERE e.revision_id = l.revision_id AND e.criterion = l.criterion)
    + (SELECT count(*) FROM inspection_photo p WHERE p.source = l.source AND p.source_id = l.source_id
      AND p.agent_id = l.agent_id AND p.criterion = l.criterion)`;
