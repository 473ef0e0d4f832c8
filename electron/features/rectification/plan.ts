// Plans a rectification for findings of one agent and one cause, edits the plan, joins further findings, and starts it (4.4).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { OwnerInput, PlanFields } from '../../../shared/contract/rectification.ts';
import type { Role } from '../../../shared/contract/vocabulary.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { isOwner } from '../../../shared/domain/rectification/rights.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { findingsByIds } from '../findings/ledger.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { logMove, makeMove, ownFactsOf, rectificationById } from './stored.ts';

export interface NewPlan extends PlanFields {
  readonly findingIds: readonly string[];
  readonly deadline: string;
  readonly follows: string | null;
  /** Starts it in the same change: planned and started, or nothing is saved. */
  readonly start?: boolean;
}

/** Active people who may own one: those who may write the ledger, by name. */
export function ownerChoices(db: ReadDb): { id: string; name: string }[] {
  const held = db
    .all<{ id: string; name: string; role: Role }>(
      sql`SELECT user.id, name, role FROM user JOIN user_role ON user_id = user.id WHERE status = 'active'
        ORDER BY name, user.id`,
    )
    .filter(({ role }) => may([role], 'findings.write'));
  return [...new Map(held.map(({ id, name }) => [id, { id, name }])).values()];
}

function checkOwner(db: ReadDb, owner: OwnerInput): void {
  if (owner.kind === 'user' && !ownerChoices(db).some(({ id }) => id === owner.userId))
    throw new AppError('INVALID', 'rectificationOwnerUnfit');
}

/** Findings as they may be joined: standing, of one agent, and with no other rectification than the one that is followed. */
function joinable(
  tx: Change,
  ids: readonly string[],
  given: { agentId: string | null; follows: string | null },
): string {
  const rows = findingsByIds(tx, [...new Set(ids)]);
  if (rows.length < new Set(ids).size) throw new AppError('NOT_FOUND', 'findingMissing');
  const agentIds = new Set([...(given.agentId === null ? [] : [given.agentId]), ...rows.map(({ agentId }) => agentId)]);
  if (agentIds.size > 1) throw new AppError('INVALID', 'rectificationSeveralAgents');
  for (const { standing, status, rectificationId } of rows) {
    if (!standing) throw new AppError('CONFLICT', 'findingWithdrawn');
    if (status === 'noNeed') throw new AppError('CONFLICT', 'findingNoNeed');
    if (rectificationId !== null && rectificationId !== given.follows)
      throw new AppError('CONFLICT', 'findingInRectification');
  }
  return [...agentIds][0]!;
}

function join(tx: Change, id: string, findingIds: readonly string[]): void {
  for (const findingId of new Set(findingIds))
    tx.run(sql`INSERT INTO rectification_finding (rectification_id, finding_id, joined_at)
      VALUES (${id}, ${findingId}, ${tx.at})`);
  for (const findingId of new Set(findingIds))
    tx.note({ action: 'finding.joined', entity: 'finding', entityId: findingId, facts: { rectification: id } });
}

/** A follow-up comes after a verified rectification whose effect was confirmed as partly or not solved. */
function checkFollowed(tx: Change, follows: string): void {
  rectificationById(tx, follows);
  const last = tx.get<{
    effect: string;
  }>(sql`SELECT effect FROM rectification_effect WHERE rectification_id = ${follows}
    ORDER BY at DESC, id DESC LIMIT 1`);
  if (last?.effect !== 'notSolved' && last?.effect !== 'partly')
    throw new AppError('CONFLICT', 'rectificationNothingToFollow');
}

/** To withdraw a plan and make it anew with more time would be an extension that no manager granted. */
function checkNotLater(tx: Change, actor: Actor, { findingIds, deadline }: NewPlan): void {
  if (may(actor.roles, 'findings.decide')) return;
  const before = tx.get<{ day: string | null }>(sql`SELECT min(z.deadline) AS day FROM rectification z
    JOIN rectification_finding x ON x.rectification_id = z.id
    WHERE z.state = 'withdrawn' AND x.finding_id IN (${listOf(findingIds)})`);
  if (before?.day && deadline > before.day)
    throw new AppError('FORBIDDEN', 'rectificationLaterAgain', { day: before.day });
}

const ownerColumns = (owner: OwnerInput) => ({
  userId: owner.kind === 'user' ? owner.userId : null,
  name: owner.kind === 'person' ? owner.name : '',
});

/**
 * Plans one, starts it where that is asked, and returns its id; it counts in the appraisal of the agent whose findings they are,
 * whoever owns it.
 * @throws AppError NOT_FOUND findingMissing, rectificationMissing; INVALID rectificationSeveralAgents, rectificationOwnerUnfit,
 *   rectificationDeadlinePast; FORBIDDEN rectificationLaterAgain; CONFLICT findingWithdrawn, findingNoNeed, findingInRectification, rectificationNothingToFollow,
 *   rectificationPlanIncomplete
 */
export const planRectification = (store: Store, actor: Actor, input: NewPlan): { id: string } =>
  store.change(actor.userId, (tx) => {
    const today = dayOf(Date.parse(tx.at), readSettings(tx).timeZone);
    if (input.follows !== null) checkFollowed(tx, input.follows);
    const agentId = joinable(tx, input.findingIds, { agentId: null, follows: input.follows });
    checkOwner(tx, input.owner);
    if (input.deadline < today) throw new AppError('INVALID', 'rectificationDeadlinePast');
    checkNotLater(tx, actor, input);
    const place = agentAt(tx, agentId, today);
    if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
    const id = tx.newId();
    const { owner, cause, deadline } = input;
    const { userId, name } = ownerColumns(owner);
    tx.run(sql`INSERT INTO rectification (id, title, agent_id, branch_id, team, state, owner_kind, owner_user_id, owner_name,
        causes, whys, root_cause, measures, requirements, check_every, effect_days, first_deadline, deadline, follows_id,
        planned_at, planned_by)
      VALUES (${id}, ${input.title}, ${agentId}, ${place.branchId}, ${place.team}, 'planned', ${owner.kind}, ${userId}, ${name},
        ${JSON.stringify(cause.categories)}, ${JSON.stringify(cause.whys)}, ${cause.root}, ${input.measures},
        ${input.requirements}, ${input.checkEvery}, ${input.effectDays}, ${deadline}, ${deadline}, ${input.follows}, ${tx.at},
        ${actor.userId})`);
    join(tx, id, input.findingIds);
    logMove(
      tx,
      actor,
      id,
      { move: 'plan', from: null, to: 'planned' },
      {
        facts: { agent: agentId, owner: owner.kind, ownerId: userId, deadline, findings: input.findingIds.length },
        fields: said(input),
      },
    );
    if (input.start) begin(tx, actor, id);
    return { id };
  });

const said = ({ title, cause, measures, requirements }: PlanFields) => ({ title, cause, measures, requirements });

/** @throws AppError as `makeMove`; CONFLICT changedMeanwhile; FORBIDDEN rectificationOwner; INVALID rectificationOwnerUnfit */
export function editPlan(
  store: Store,
  actor: Actor,
  { id, revision, ...input }: PlanFields & { readonly id: string; readonly revision: number },
): void {
  store.change(actor.userId, (tx) => {
    const { owner, cause } = input;
    const { userId, name } = ownerColumns(owner);
    const before = makeMove(tx, actor, id, 'edit', {
      facts: { owner: owner.kind, ownerId: userId, checkEvery: input.checkEvery, effectDays: input.effectDays },
      fields: said(input),
    });
    if (before.revision !== revision) throw new AppError('CONFLICT', 'changedMeanwhile');
    // Who gave away what they had begun could verify it themselves.
    const facts = ownFactsOf(tx, actor, before);
    const given = { kind: owner.kind, userId, name };
    if (isOwner(facts) && before.state !== 'planned' && !isOwner({ ...facts, owner: given }))
      throw new AppError('FORBIDDEN', 'rectificationOwner');
    checkOwner(tx, owner);
    tx.run(sql`UPDATE rectification SET title = ${input.title}, owner_kind = ${owner.kind}, owner_user_id = ${userId},
        owner_name = ${name}, causes = ${JSON.stringify(cause.categories)}, whys = ${JSON.stringify(cause.whys)},
        root_cause = ${cause.root}, measures = ${input.measures}, requirements = ${input.requirements},
        check_every = ${input.checkEvery}, effect_days = ${input.effectDays}, revision = revision + 1
      WHERE id = ${id}`);
  });
}

/** Joins further findings of the same cause and agent. @throws AppError as `makeMove` and for findings as `planRectification` */
export function joinFindings(
  store: Store,
  actor: Actor,
  { id, findingIds }: { readonly id: string; readonly findingIds: readonly string[] },
): void {
  store.change(actor.userId, (tx) => {
    const row = makeMove(tx, actor, id, 'join', { facts: { findings: findingIds.length } });
    joinable(tx, findingIds, { agentId: row.agent_id, follows: null });
    join(tx, id, findingIds);
    tx.run(sql`UPDATE rectification SET revision = revision + 1 WHERE id = ${id}`);
  });
}

function begin(tx: Change, actor: Actor, id: string): void {
  makeMove(tx, actor, id, 'start');
  tx.run(sql`UPDATE rectification SET state = 'inProgress', started_at = ${tx.at}, revision = revision + 1
    WHERE id = ${id}`);
}

/** @throws AppError as `makeMove`, so CONFLICT rectificationPlanIncomplete */
export function startRectification(store: Store, actor: Actor, { id }: { readonly id: string }): void {
  store.change(actor.userId, (tx) => begin(tx, actor, id));
}
