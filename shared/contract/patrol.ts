// 日常巡查 (8.2): a quick checklist over several agents at one place in one grid. It finds problems; it is no measure of the
// score (the scoring model has none), but a confirmed red line vetoes as one found anywhere does.
import { z } from 'zod';
import {
  DecisionInput,
  FindingSaved,
  InspectionFinding,
  InspectionPhoto,
  InspectionRedLine,
  InspectionSaved,
  InspectionState,
  NewPhoto,
  OfPhoto,
  PhotoBytes,
  PhotoCaption,
  PhotoSaved,
  Reason,
  StatementInput,
  Verdict,
  VerdictSaved,
} from './inspection.ts';
import { FindingFields } from './observationRecord.ts';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Clause, Criterion } from './standard.ts';
import { Day, Id, Instant, Sha256 } from './vocabulary.ts';

const Place = z.string().trim().min(1).max(120);

/** An agent as they were on the day of the patrol. */
export const PatrolAgent = z.object({
  id: Id,
  employeeNumber: z.string(),
  name: z.string(),
  branchName: z.string(),
  team: z.string(),
});
export type PatrolAgent = z.infer<typeof PatrolAgent>;

export const PatrolCell = z.object({ agentId: Id, criterion: z.string(), verdict: Verdict, answeredAt: Instant });
export type PatrolCell = z.infer<typeof PatrolCell>;

export const PatrolRow = z.object({
  id: Id,
  state: InspectionState,
  day: Day,
  at: Instant,
  place: z.string(),
  patrollerId: Id,
  patrollerName: z.string(),
  /** Branches of its agents. */
  branches: z.string(),
  agents: z.int(),
  answered: z.int(),
  failed: z.int(),
  redLines: z.int(),
  submittedAt: Instant.nullable(),
});
export type PatrolRow = z.infer<typeof PatrolRow>;

export const PatrolRecord = z.object({
  id: Id,
  state: InspectionState,
  place: z.string(),
  at: Instant,
  day: Day,
  patroller: z.object({ id: Id, name: z.string() }),
  writable: z.boolean(),
  startedAt: Instant,
  savedAt: Instant,
  submittedAt: Instant.nullable(),
  digest: Sha256.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawReason: z.string().nullable(),
  /** The version in force at the start; the chosen criteria of the daily patrol only. */
  standard: z.object({
    versionId: Id,
    number: z.int(),
    title: z.string(),
    clauses: z.array(Clause),
    criteria: z.array(Criterion),
  }),
  agents: z.array(PatrolAgent),
  cells: z.array(PatrolCell),
  findings: z.array(InspectionFinding),
  photos: z.array(InspectionPhoto),
  redLines: z.array(InspectionRedLine),
});
export type PatrolRecord = z.infer<typeof PatrolRecord>;

/** What a patrol can be made of: agents at work in a branch, and the criteria in force. */
export const PatrolChoice = z.object({
  agents: z.array(PatrolAgent),
  criteria: z.array(Criterion),
});
export type PatrolChoice = z.infer<typeof PatrolChoice>;

const read = () => route('patrol.read');
const write = () => route('patrol.write');
const One = z.object({ id: Id });
/** Agents of one patrol at most: what a person sees in one round. */
export const MOST_AGENTS = 60;

export const patrol = {
  /** Patrols, the newest first. */
  list: read()
    .input(z.object({ agentId: Id.nullable() }))
    .output(z.array(PatrolRow)),
  open: read().input(One).output(PatrolRecord),
  history: read().input(One).output(z.array(AuditEntry)),
  /** Agents in service who belong to the branch itself today; none for null. */
  choice: write()
    .input(z.object({ branchId: Id.nullable() }))
    .output(PatrolChoice),
  /** `at` null is now, never in the future. */
  start: write()
    .input(
      z.object({
        place: Place,
        at: Instant.nullable(),
        agentIds: z.array(Id).min(1).max(MOST_AGENTS),
        criteria: z.array(z.string().max(40)).min(1).max(200),
      }),
    )
    .output(PatrolRecord),
  /** One who came along while it went on. */
  addAgent: write()
    .input(One.extend({ agentId: Id }))
    .output(PatrolRecord),
  /** Null takes the verdict back. @throws CONFLICT redLineNeedsConfirmation unless `redLineConfirmed` */
  cell: write()
    .input(
      One.extend({
        agentId: Id,
        criterion: z.string().max(40),
        verdict: Verdict.nullable(),
        redLineConfirmed: z.boolean().optional(),
      }),
    )
    .output(VerdictSaved),
  finding: write()
    .input(One.extend({ agentId: Id, criterion: z.string().max(40), fields: FindingFields }))
    .output(FindingSaved),
  /** Only to a problem record. @throws INVALID consentMissing, recordingRefused, evidence…, CONFLICT photoWithoutFinding */
  addPhoto: write()
    .input(NewPhoto.extend({ agentId: Id, criterion: z.string().max(40) }))
    .output(PhotoSaved),
  photoBytes: read().input(OfPhoto).output(PhotoBytes),
  captionPhoto: write().input(PhotoCaption).output(InspectionSaved),
  /** Only before it is submitted. */
  removePhoto: write().input(OfPhoto).output(InspectionSaved),
  /** Locks it with its digest. Cells left empty were not looked at. @throws INVALID inspectionNotReady */
  submit: write().input(One).output(PatrolRecord),
  withdraw: write()
    .input(One.extend({ reason: Reason }))
    .output(PatrolRecord),
  redLineStatement: write().input(StatementInput).output(InspectionRedLine),
  decideRedLine: route('redLine.decide').input(DecisionInput).output(InspectionRedLine),
};
