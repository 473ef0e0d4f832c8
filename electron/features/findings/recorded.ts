// Owns the table `recorded_finding`: findings by hand, from surveys and from complaints, with the fields of 8.2. One that was wrong
// is withdrawn with a reason and stays on record.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { RecordedFinding, RecordedSource } from '../../../shared/contract/findings.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { currentVersion } from '../standard/versions.ts';
import { readContent } from '../standard/lines.ts';

interface StoredFinding {
  readonly id: string;
  readonly source: RecordedSource;
  readonly agent_id: string;
  readonly recorded_at: string;
  readonly withdrawn_at: string | null;
  readonly withdrawn_by: string | null;
  readonly withdraw_reason: string | null;
}

/** Undefined for a finding of another source. */
export const storedFinding = (db: ReadDb, id: string): StoredFinding | undefined =>
  db.get<StoredFinding>(sql`SELECT f.id, f.source, f.agent_id, f.recorded_at, f.withdrawn_at, u.name AS withdrawn_by,
      f.withdraw_reason FROM recorded_finding f LEFT JOIN user u ON u.id = f.withdrawn_by WHERE f.id = ${id}`);

/** A complaint is taken while it can still be read and worked on, about the agent that it names if it names one. */
function checkComplaint(tx: ReadDb, id: string | null, agentId: string): void {
  const found = tx.get<{
    agent_id: string | null;
    ended: string | null;
    purged_at: string | null;
    first: string | null;
  }>(
    sql`SELECT c.agent_id, c.ended, c.purged_at, f.number AS first FROM complaint c
      LEFT JOIN complaint f ON f.id = c.joined_to_id WHERE c.id = ${id}`,
  );
  if (!found) throw new AppError('NOT_FOUND', 'findingSourceMissing');
  if (found.purged_at !== null) throw new AppError('CONFLICT', 'findingComplaintPurged');
  if (found.first !== null) throw new AppError('CONFLICT', 'findingComplaintJoined', { number: found.first });
  if (found.ended === 'withdrawn') throw new AppError('CONFLICT', 'findingComplaintWithdrawn');
  if (found.agent_id !== null && found.agent_id !== agentId) throw new AppError('INVALID', 'findingAgentDiffers');
}

/** The survey or complaint that a finding comes from must be there and stand, and be about the same agent. */
function checkSource(tx: ReadDb, { source, sourceId, agentId }: RecordedFinding): void {
  if ((source === 'manual') !== (sourceId === null)) throw new AppError('INVALID', 'findingSourceMissing');
  if (source === 'complaint') checkComplaint(tx, sourceId, agentId);
  if (source !== 'survey') return;
  const survey = tx.get<{ agent_id: string }>(
    sql`SELECT agent_id FROM survey WHERE id = ${sourceId} AND state = 'counted'`,
  );
  if (!survey) throw new AppError('NOT_FOUND', 'findingSourceMissing');
  if (survey.agent_id !== agentId) throw new AppError('INVALID', 'findingAgentDiffers');
}

/** The clause of the criterion, or the one given. @throws AppError NOT_FOUND criterionUnknown, clauseUnknown */
function clauseOf(tx: ReadDb, { criterion: code, clause }: RecordedFinding): string | null {
  if (code === null && clause === null) return null;
  const { clauses, criteria } = readContent(tx, currentVersion(tx).id);
  if (code !== null) {
    const criterion = criteria.find((one) => one.code === code);
    if (!criterion) throw new AppError('NOT_FOUND', 'criterionUnknown', { criterion: code });
    return criterion.clause;
  }
  if (!clauses.some(({ id }) => id === clause)) throw new AppError('NOT_FOUND', 'findingClauseUnknown');
  return clause;
}

/**
 * Records a finding inside the caller's change and returns its id; branch and team are the agent's on the day it happened.
 * @throws AppError INVALID findingInFuture, findingSourceMissing, findingAgentDiffers; NOT_FOUND agentUnknown,
 *   findingSourceMissing, criterionUnknown, findingClauseUnknown; CONFLICT findingComplaintPurged, findingComplaintJoined,
 *   findingComplaintWithdrawn
 */
export function recordFinding(tx: Change, actor: Actor, input: RecordedFinding): string {
  const at = new Date(input.occurredAt).toISOString();
  if (at > tx.at) throw new AppError('INVALID', 'findingInFuture');
  checkSource(tx, input);
  const place = agentAt(tx, input.agentId, dayOf(Date.parse(at), readSettings(tx).timeZone));
  if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
  const clause = clauseOf(tx, input);
  const { source, sourceId, agentId, class: problemClass, criterion, element, severity } = input;
  const said = {
    place: input.place,
    serviceContent: input.serviceContent,
    description: input.description,
    scopeOfImpact: input.scopeOfImpact,
  };
  const digest = sha256(
    canonicalJson({
      source,
      sourceId,
      agentId,
      at,
      ...said,
      class: problemClass,
      criterion,
      clause,
      element,
      severity,
    }),
  );
  const id = tx.newId();
  tx.run(sql`INSERT INTO recorded_finding (id, source, source_id, agent_id, branch_id, team, occurred_at, place,
      service_content, description, scope_of_impact, class, criterion, clause, element, severity, digest, recorded_at,
      recorded_by)
    VALUES (${id}, ${source}, ${sourceId}, ${agentId}, ${place.branchId}, ${place.team}, ${at}, ${said.place},
      ${said.serviceContent}, ${said.description}, ${said.scopeOfImpact}, ${problemClass}, ${criterion}, ${clause}, ${element},
      ${severity}, ${digest}, ${tx.at}, ${actor.userId})`);
  tx.note({
    action: 'finding.recorded',
    entity: 'finding',
    entityId: id,
    facts: { source, sourceId, agent: agentId, class: problemClass, criterion, clause, element, severity, digest },
    fields: said,
  });
  return id;
}

/** @throws AppError as `recordFinding` */
export const addFinding = (store: Store, actor: Actor, input: RecordedFinding): { id: string } => ({
  id: store.change(actor.userId, (tx) => recordFinding(tx, actor, input)),
});

/**
 * @throws AppError NOT_FOUND findingMissing (also for one that stands in another record); CONFLICT findingWithdrawn,
 *   findingInRectification
 */
export function withdrawFinding(
  store: Store,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): void {
  store.change(actor.userId, (tx) => {
    const finding = storedFinding(tx, id);
    if (!finding) throw new AppError('NOT_FOUND', 'findingMissing');
    if (finding.withdrawn_at !== null) throw new AppError('CONFLICT', 'findingWithdrawn');
    const joined = tx.get(sql`SELECT 1 FROM rectification_finding x JOIN rectification z ON z.id = x.rectification_id
      WHERE x.finding_id = ${id} AND z.state <> 'withdrawn'`);
    if (joined) throw new AppError('CONFLICT', 'findingInRectification');
    tx.run(sql`UPDATE recorded_finding SET withdrawn_at = ${tx.at}, withdrawn_by = ${actor.userId},
      withdraw_reason = ${reason} WHERE id = ${id}`);
    tx.note({ action: 'finding.withdrawn', entity: 'finding', entityId: id, fields: { reason } });
  });
}
