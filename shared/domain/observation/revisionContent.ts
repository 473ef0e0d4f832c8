// What a signature covers: the whole content of a revision as one canonical text. Its SHA-256 is the revision's digest,
// so any change after signing gives another digest and the signature no longer holds. It names only what is locked with the
// revision, so that it can be computed again years later.
import type { Answer, Evidence, FindingFields, Note, ServiceContext } from '../../contract/observationRecord.ts';
import { canonicalJson } from '../scoring/model.ts';

export interface RevisionContent {
  readonly observationId: string;
  readonly revision: number;
  /** Why it was amended, null for the first. */
  readonly reason: string | null;
  readonly agent: {
    readonly id: string;
    readonly branchId: string;
    readonly team: string;
  };
  readonly assessorId: string;
  /** Digest of the standard version. */
  readonly standard: string;
  readonly serviceAt: string;
  readonly lateEntry: boolean;
  readonly noticeConfirmedAt: string | null;
  /** The client as a SHA-256 salted with the observation's id: a masked form would be the same for two people. */
  readonly context: Omit<ServiceContext, 'client'> & { readonly clientDigest: string };
  readonly introductionMinutes: number | null;
  readonly answers: readonly Pick<Answer, 'criterion' | 'value' | 'notApplicable' | 'words'>[];
  readonly notes: readonly Pick<Note, 'criterion' | 'text'>[];
  readonly findings: readonly (FindingFields & { readonly criterion: string })[];
  readonly evidence: readonly Pick<Evidence, 'criterion' | 'caption' | 'sha256'>[];
}

const sorted = <T>(items: readonly T[]): T[] => {
  const keyed = items.map((item) => ({ item, key: canonicalJson(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
};

/** The same text whatever the order of the rows and of their fields; fields not named in the type are left out. */
export function canonicalRevision(content: RevisionContent): string {
  const { observationId, revision, reason, agent, assessorId, standard, serviceAt, lateEntry } = content;
  const { kind, occasion, setting, place, clientDigest } = content.context;
  return canonicalJson({
    format: 1,
    observationId,
    revision,
    reason,
    agent: { id: agent.id, branchId: agent.branchId, team: agent.team },
    assessorId,
    standard,
    serviceAt,
    lateEntry,
    noticeConfirmedAt: content.noticeConfirmedAt,
    context: { kind, occasion, setting, place, clientDigest },
    introductionMinutes: content.introductionMinutes,
    answers: sorted(
      content.answers.map(({ criterion, value, notApplicable, words }) => ({ criterion, value, notApplicable, words })),
    ),
    notes: sorted(content.notes.map(({ criterion, text }) => ({ criterion, text }))),
    findings: sorted(
      content.findings.map((finding) => ({
        criterion: finding.criterion,
        occurredAt: finding.occurredAt,
        place: finding.place,
        serviceContent: finding.serviceContent,
        description: finding.description,
        scopeOfImpact: finding.scopeOfImpact,
        class: finding.class,
      })),
    ),
    evidence: sorted(content.evidence.map(({ criterion, caption, sha256 }) => ({ criterion, caption, sha256 }))),
  });
}
