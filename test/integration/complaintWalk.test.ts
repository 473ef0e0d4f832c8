// Random walks of people who try everything, over the real store. Would catch: any order of calls that brings a complaint into the
// archive without the law's parts, a change that leaves the audit chain broken, a revision that does not rise.
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import { verifyAudit } from '../../electron/db/audit.ts';
import { INQUIRY_DEPARTMENTS, MEASURES_OF, REVIEW_DEPARTMENTS } from '../../shared/contract/complaintWords.ts';
import { complaining, INQUIRERS, LETTER, REVIEWERS } from '../support/complaining.ts';
import { testConsole } from '../support/console.ts';

const TRIES = [
  ...(['accept', 'classify', 'evidence', 'inquire', 'investigate', 'handle', 'letter', 'answer'] as const),
  ...(['tell', 'verdicts', 'review', 'sendBack', 'newFacts', 'tellReview', 'archive', 'manager', 'handler'] as const),
] as const;
type Try = (typeof TRIES)[number];
/** The whole course in its order: a walk is this with tries thrown in, taken out and repeated. */
const COURSE: readonly Try[] = [
  ...(['accept', 'classify', 'evidence', 'inquire', 'investigate', 'handle', 'letter', 'answer', 'tell'] as const),
  ...(['manager', 'verdicts', 'review', 'tellReview', 'archive'] as const),
];
const walk = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(13), fc.constantFrom(...TRIES)), { maxLength: 12 }),
    fc.option(fc.nat(13)),
    fc.boolean(),
  )
  .map(([thrown, left, fair]) => {
    const tries: Try[] = COURSE.flatMap((step, at) => [
      ...thrown.flatMap(([where, extra]) => (where === at ? [extra] : [])),
      ...(left === at ? [] : [step]),
    ]);
    return { tries, fair };
  });

property.prop([walk], { numRuns: 12 })(
  'no order of calls closes a case without the four parts, the proof and the review',
  async ({ tries, fair }) => {
    using run = testConsole();
    const { branchId } = await run.setUp();
    const { id: agentId } = await run.client.agents.add({
      ...{ number: 'A0012', name: '李四', gender: null, licence: null, engagement: 'agency', status: 'active' },
      ...{ phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01', branchId, team: '一组' },
    });
    const here = await complaining(run, agentId);
    const { complaint } = run.client;
    const id = await here.register();
    const now = () => new Date(run.now()).toISOString();
    const told = { way: 'courier' as const, proof: '快递单 1', fileId: null, complaintId: id };
    const acts: Readonly<Record<Try, (seen: { id: string; revision: number }) => Promise<unknown>>> = {
      accept: (seen) => complaint.accept({ ...seen, handlerId: here.handlerId, noInterest: true }),
      classify: (seen) => {
        const named = { category: 'quality', subclass: 'efficiency', agentId, branchId: null } as const;
        return complaint.classify({ ...seen, ...named, element: 'service' });
      },
      evidence: (seen) => complaint.addReference({ ...seen, caption: '双录编号 1' }),
      inquire: async (seen) => {
        let next = seen;
        for (const department of INQUIRY_DEPARTMENTS) {
          const said = {
            department,
            method: 'interview' as const,
            at: now(),
            by: INQUIRERS[department],
            finding: '属实',
            fileIds: [],
          };
          next = await complaint.addInquiry({ ...next, ...said });
        }
      },
      investigate: (seen) => complaint.investigate({ ...seen, findings: '属实', cause: 'process' }),
      handle: (seen) => {
        const measure = { kind: MEASURES_OF.quality[0]!, words: '补办', owner: '周敏', dueOn: '2026-07-20' };
        return complaint.handle({ ...seen, conclusion: 'minor', basis: '标准', measures: [measure] });
      },
      letter: (seen) => complaint.saveLetter({ ...seen, letter: LETTER }),
      answer: (seen) => complaint.answer(seen),
      tell: (seen) => complaint.addNotice({ ...seen, ...told, kind: 'answer', at: now() }),
      verdicts: async (seen) => {
        let next = seen;
        for (const department of REVIEW_DEPARTMENTS) {
          const verdict = {
            department,
            by: REVIEWERS[department],
            reasonable: fair,
            byRules: true,
            rightsKept: true,
            remark: '意见',
          };
          next = await complaint.giveVerdict({ ...next, ...verdict });
        }
      },
      review: (seen) => complaint.review({ ...seen, remark: '合理' }),
      sendBack: (seen) => complaint.sendBack({ ...seen, reason: '不公' }),
      newFacts: (seen) => complaint.newFacts({ ...seen, at: now(), reason: '新证据' }),
      tellReview: (seen) => complaint.addNotice({ ...seen, ...told, kind: 'review', at: now() }),
      archive: (seen) => complaint.archive(seen),
      manager: () => here.asManager(),
      handler: () => here.asHandler(),
    };
    for (const step of tries) {
      run.advance(1000);
      const seen = await here.seen(id);
      const taken = await acts[step](seen).then(
        () => true,
        () => false,
      );
      if (taken && step !== 'manager' && step !== 'handler')
        expect((await here.seen(id)).revision).toBeGreaterThan(seen.revision);
    }
    const record = await complaint.get({ id });
    expect(verifyAudit(run.console.store.read).intact).toBe(true);
    if (record.state !== 'archived') return;
    const last = record.rounds.at(-1)!;
    expect(record.end).toBe('closed');
    for (const part of ['verified', 'basis', 'remedies', 'reexamination'] as const)
      expect(last.letter[part]).not.toBe('');
    expect(last).toMatchObject({
      outcome: 'passed',
      verdicts: [{ reasonable: true }, { reasonable: true }, { reasonable: true }],
    });
    for (const kind of ['answer', 'review'] as const)
      expect(record.notices).toContainEqual(expect.objectContaining({ kind, round: last.round, proof: '快递单 1' }));
    expect(last.reviewedBy).not.toBe(last.handledBy);
    expect(last.answeredAt! <= last.reviewedAt! && last.handledAt! <= last.answeredAt!).toBe(true);
  },
);
