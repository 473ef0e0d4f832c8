// 人员: branches, agents with dated assignments, and the words that their screens, tables and rosters share.
import { z } from 'zod';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Day, Id, Instant } from './vocabulary.ts';

export const GENDERS = ['female', 'male'] as const;
export const Gender = z.enum(GENDERS);
export type Gender = z.infer<typeof Gender>;

export const ENGAGEMENTS = ['agency', 'employee'] as const;
/** 代理制, 员工制. */
export const Engagement = z.enum(ENGAGEMENTS);
export type Engagement = z.infer<typeof Engagement>;

export const AGENT_STATUSES = ['active', 'suspended', 'left'] as const;
/** 在职, 停职, 离职. */
export const AgentStatus = z.enum(AGENT_STATUSES);
export type AgentStatus = z.infer<typeof AgentStatus>;

const line = (longest: number) => z.string().trim().min(1).max(longest);

export const BranchFields = z.object({
  /** Unique without regard to case. */
  code: line(40),
  name: line(80),
  parentId: Id.nullable(),
});
export type BranchFields = z.infer<typeof BranchFields>;

export const Branch = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  parentId: Id.nullable(),
  /** Agents assigned to the branch itself now, without those who left. */
  agents: z.int(),
});
export type Branch = z.infer<typeof Branch>;

/** What a person can change about an agent without a date; phone and assignment have routes of their own. */
export const AgentFields = z.object({
  /** Employee number; unique without regard to case. */
  number: line(40),
  name: line(40),
  gender: Gender.nullable(),
  licence: line(40).nullable(),
  engagement: Engagement,
  hiredOn: Day.nullable(),
  status: AgentStatus,
});
export type AgentFields = z.infer<typeof AgentFields>;

export const REVEAL_REASONS = ['contact', 'verification', 'complaint', 'correction'] as const;
/** Why someone looks at a whole telephone number. A closed list, because the audit log keeps no free text. */
export const RevealReason = z.enum(REVEAL_REASONS);
export type RevealReason = z.infer<typeof RevealReason>;

/** Digits, spaces, dashes and a plus sign; the use case normalises it. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d() -]{5,24}$/);

export const Assignment = z.object({
  id: Id,
  branchId: Id,
  branchCode: z.string(),
  branchName: z.string(),
  /** Empty where the agent belongs to no team. */
  team: z.string(),
  fromDay: Day,
  /** The first day of the next assignment; null while this one lasts. */
  untilDay: Day.nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

export const Agent = AgentFields.extend({
  id: Id,
  revision: z.int(),
  /** 138****1234 */
  phoneMasked: z.string().nullable(),
  branchId: Id,
  branchCode: z.string(),
  branchName: z.string(),
  team: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Agent = z.infer<typeof Agent>;

export const AgentRecord = Agent.extend({
  /** Newest first. */
  assignments: z.array(Assignment),
  history: z.array(AuditEntry),
});
export type AgentRecord = z.infer<typeof AgentRecord>;

/** One agent as a search answers it: enough to choose and to open. */
export const AgentHit = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  team: z.string(),
  branchId: Id,
  branchName: z.string(),
  status: AgentStatus,
});
export type AgentHit = z.infer<typeof AgentHit>;

/** A stretch of the list of agents by columns: names of properties cross the border once, not once a row. */
export const AgentPage = z.object({
  id: z.array(Id),
  number: z.array(z.string()),
  name: z.array(z.string()),
  pinyin: z.array(z.string()),
  initials: z.array(z.string()),
  gender: z.array(Gender.nullable()),
  licence: z.array(z.string().nullable()),
  engagement: z.array(Engagement),
  phone: z.array(z.string().nullable()),
  hiredOn: z.array(Day.nullable()),
  status: z.array(AgentStatus),
  team: z.array(z.string()),
  branchId: z.array(Id),
  /** The number to go on after; null at the end. */
  next: z.string().nullable(),
  /** Agents in all. */
  total: z.int(),
});
export type AgentPage = z.infer<typeof AgentPage>;

/** Rows of one page of the list. */
export const AGENT_PAGE = 5_000;

const Team = z.string().trim().max(40);

export const branches = {
  /** All branches, by code. */
  list: route('branches.read').output(z.array(Branch)),
  add: route('branches.manage').input(BranchFields).output(Branch),
  update: route('branches.manage')
    .input(BranchFields.extend({ id: Id }))
    .output(Branch),
};

export const agents = {
  /** The next page after the employee number `after`; null for the first. */
  page: route('agents.read')
    .input(z.object({ after: z.string().nullable() }))
    .output(AgentPage),
  /** By part of the name, number, pinyin or initials; best first. Those who left come last. */
  search: route('agents.read')
    .input(z.object({ text: z.string().max(80), limit: z.int().min(1).max(50) }))
    .output(z.array(AgentHit)),
  get: route('agents.read')
    .input(z.object({ id: Id }))
    .output(AgentRecord),
  /** The first assignment begins on `fromDay`. */
  add: route('agents.manage')
    .input(AgentFields.extend({ phone: Phone.nullable(), branchId: Id, team: Team, fromDay: Day }))
    .output(AgentRecord),
  /** `revision` is the one that the person saw; `phone` undefined leaves it, null removes it. */
  update: route('agents.manage')
    .input(AgentFields.extend({ id: Id, revision: z.int(), phone: Phone.nullable().optional() }))
    .output(AgentRecord),
  /** Moves the agent to a branch and team from a day on, today or earlier; the assignment before ends there. */
  assign: route('agents.manage')
    .input(z.object({ id: Id, revision: z.int(), branchId: Id, team: Team, fromDay: Day }))
    .output(AgentRecord),
  /** The whole number; who saw it and why goes into the audit log. */
  revealPhone: route('agents.manage')
    .input(z.object({ id: Id, reason: RevealReason }))
    .output(z.object({ phone: z.string().nullable() })),
};
