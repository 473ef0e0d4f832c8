// What a roster would do to the console: for each row whether it is new, changes something, or changes nothing.
import type { FieldChange, RosterField } from '../../contract/roster.ts';
import type { AgentStatus, Engagement, Gender } from '../../contract/people.ts';
import { maskPhone } from './phone.ts';
import type { RosterEntry } from './rosterRows.ts';

/** An agent as the console holds them now. */
export interface HeldAgent {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly gender: Gender | null;
  readonly licence: string | null;
  readonly engagement: Engagement;
  readonly phone: string | null;
  readonly hiredOn: string | null;
  readonly status: AgentStatus;
  readonly branchId: string;
  readonly team: string;
}

/** The content of an agent after the import. */
export type PlannedAgent = Omit<HeldAgent, 'id'>;

export type PlannedRow =
  | { readonly fate: 'new'; readonly row: number; readonly agent: PlannedAgent }
  | {
      readonly fate: 'changed';
      readonly row: number;
      readonly id: string;
      readonly agent: PlannedAgent;
      /** Never empty. */
      readonly fields: readonly PlannedField[];
    }
  | { readonly fate: 'unchanged'; readonly row: number; readonly id: string; readonly agent: PlannedAgent };

const FIELDS = ['name', 'gender', 'branchId', 'team', 'licence', 'engagement', 'phone', 'hiredOn', 'status'] as const;
export type PlannedField = (typeof FIELDS)[number];

/**
 * What becomes of an entry. A new agent gets what the roster does not say from the defaults: the branch chosen, no team,
 * agency, active. Of a held one only what the row says can change, and the number keeps its spelling.
 */
export function planRow(entry: RosterEntry, held: HeldAgent | undefined, defaultBranch: string): PlannedRow {
  if (!held) {
    const agent: PlannedAgent = {
      number: entry.number,
      name: entry.name,
      gender: entry.gender ?? null,
      licence: entry.licence ?? null,
      engagement: entry.engagement ?? 'agency',
      phone: entry.phone ?? null,
      hiredOn: entry.hiredOn ?? null,
      status: entry.status ?? 'active',
      branchId: entry.branchId ?? defaultBranch,
      team: entry.team ?? '',
    };
    return { fate: 'new', row: entry.row, agent };
  }
  const { id, ...before } = held;
  const said = Object.fromEntries(
    FIELDS.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])),
  );
  const agent: PlannedAgent = { ...before, ...said };
  const fields = FIELDS.filter((field) => agent[field] !== before[field]);
  if (fields.length === 0) return { fate: 'unchanged', row: entry.row, id, agent };
  return { fate: 'changed', row: entry.row, id, agent, fields };
}

const ROSTER_FIELD: Readonly<Record<PlannedField, RosterField>> = {
  name: 'name',
  gender: 'gender',
  branchId: 'branch',
  team: 'team',
  licence: 'licence',
  engagement: 'engagement',
  phone: 'phone',
  hiredOn: 'hiredOn',
  status: 'status',
};

/** The changes as the preview shows them: branches by code, telephone numbers masked, closed words as the contract's. */
export function shownChanges(
  fields: readonly PlannedField[],
  before: HeldAgent,
  after: PlannedAgent,
  branchCode: (id: string) => string,
): FieldChange[] {
  const text = (agent: PlannedAgent, field: PlannedField): string => {
    const value = agent[field] ?? '';
    if (field === 'branchId') return branchCode(value);
    return field === 'phone' && value !== '' ? maskPhone(value) : value;
  };
  return fields.map((field) => ({
    field: ROSTER_FIELD[field],
    before: text(before, field),
    after: text(after, field),
  }));
}
