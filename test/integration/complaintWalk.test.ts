// Random walks of people who try everything, over the real store. Would catch: any order of calls that brings a complaint into the
// archive without the law's parts, a change that leaves the audit chain broken, a revision that does not rise, a course that no
// walk ends any more, a term of the law that was missed and is missed no longer.
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../electron/db/audit.ts';
import { INQUIRY_DEPARTMENTS, MEASURES_OF, REVIEW_DEPARTMENTS } from '../../shared/contract/complaintWords.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { complaining, INQUIRERS, LETTER, REVIEWERS } from '../support/complaining.ts';
import { testConsole } from '../support/console.ts';

const TRIES = [
  ...(['accept', 'classify', 'evidence', 'inquire', 'investigate', 'handle', 'letter', 'answer'] as const),
  ...(['tell', 'verdicts', 'review', 'sendBack', 'newFacts', 'tellReview', 'archive', 'manager', 'handler'] as const),
  ...([
    'withdraw',
    'withdrawJoined',
    'join',
    'separate',
    'assign',
    'pause',
    'resume',
    'ask',
    'answerAsked',
    'wait',
    'assignBack',
  ] as const),
] as const;
type Try = (typeof TRIES)[number];
/** The whole course in its order: a walk is this with tries thrown in, taken out and repeated. */
const COURSE: readonly Try[] = [
  ...(['accept', 'classify', 'evidence', 'inquire', 'investigate', 'handle', 'letter', 'answer', 'tell'] as const),
  ...(['manager', 'verdicts', 'review', 'tellReview', 'archive'] as const),
];
const walk = fc
  .tuple(fc.array(fc.tuple(fc.nat(13), fc.constantFrom(...TRIES)), { minLength: 3, maxLength: 12 }), fc.boolean())
  .map(([thrown, fair]) => {
    const tries: Try[] = COURSE.flatMap((step, at) => [
      ...thrown.flatMap(([where, extra]) => (where === at ? [extra] : [])),
      step,
    ]);
    return { tries, fair };
  });

/** They change who is at the console, or the joined case. */
const ELSEWHERE: ReadonlySet<Try> = new Set(['manager', 'handler', 'wait', 'withdrawJoined', 'join', 'separate']);
/** The handler at the console again, with the case. */
const BACK: readonly Try[] = ['handler', 'assignBack'];

/** How the walks ended, over all of them. */
const ends = { closed: 0, withdrawn: 0, open: 0 };

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
    const qian = await run.signInAs('qian', ['supervisor']);
    await here.asHandler();
    const id = await here.register();
    const other = await here.register({ people: [{ name: '周先生', contact: '13800001111' }] });
    let kind = fair;
    const now = () => new Date(run.now()).toISOString();
    const day = () => dayOf(run.now(), 'Asia/Shanghai');
    const proof = { way: 'courier' as const, proof: '撤诉书', fileId: null };
    const missed = new Set<number>();
    const tellAll = async (of: 'answer' | 'review') => {
      const { joinedCases } = await complaint.get({ id });
      const told = { way: 'courier' as const, proof: '快递单 1', fileId: null, kind: of, at: now() };
      const said = [id, ...joinedCases.map((one) => one.id)].map(
        (complaintId) => async () => complaint.addNotice({ ...(await here.seen(id)), ...told, complaintId }),
      );
      let any = false;
      // Who has withdrawn is told nothing.
      for (const one of said) any = (await one().then(Boolean, () => false)) || any;
      if (!any) throw new Error('nobody was told');
    };
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
      tell: () => tellAll('answer'),
      verdicts: async (seen) => {
        let next = seen;
        for (const department of REVIEW_DEPARTMENTS) {
          const verdict = {
            department,
            by: REVIEWERS[department],
            reasonable: kind,
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
      tellReview: () => tellAll('review'),
      archive: (seen) => complaint.archive(seen),
      manager: () => here.asManager(),
      handler: () => here.asHandler(),
      withdraw: (seen) => complaint.withdraw({ ...seen, ...proof, at: now() }),
      withdrawJoined: async () => complaint.withdraw({ ...(await here.seen(other)), ...proof, at: now() }),
      join: async () => complaint.join({ ...(await here.seen(other)), toId: id, reason: '同一件事' }),
      separate: async () => complaint.separate({ ...(await here.seen(other)), reason: '不是一件事' }),
      assign: (seen) => complaint.assign({ ...seen, handlerId: qian, noInterest: true, reason: '改派' }),
      assignBack: (seen) => complaint.assign({ ...seen, handlerId: here.handlerId, noInterest: true, reason: '改派' }),
      pause: (seen) => complaint.pause({ ...seen, kind: 'appraisal', from: day(), reason: '鉴定' }),
      resume: (seen) => complaint.resume({ ...seen, until: day() }),
      ask: (seen) => complaint.askReexamination({ ...seen, askedOn: day(), way: 'mail', grounds: '过低' }),
      answerAsked: async (seen) => {
        const [asked] = (await complaint.get({ id })).reexaminations;
        const said = { outcome: 'kept', conclusion: null, words: '维持', noticeWay: 'courier', proof: '单 3' } as const;
        return complaint.answerReexamination({ ...seen, ...said, reexaminationId: asked?.id ?? '', answeredOn: day() });
      },
      wait: () => {
        run.advance(6 * 86_400_000);
        return here.asHandler();
      },
    };
    const taking = async (step: Try): Promise<void> => {
      run.advance(1000);
      const seen = await here.seen(id);
      const taken = await acts[step](seen).then(
        () => true,
        () => false,
      );
      if (taken && !ELSEWHERE.has(step)) expect((await here.seen(id)).revision).toBeGreaterThan(seen.revision);
      for (const [at, { state }] of (await complaint.get({ id })).clocks.statutory.entries()) {
        if (missed.has(at)) expect(state).toBe('missed');
        if (state === 'missed') missed.add(at);
      }
    };
    for (const step of tries) await taking(step);
    // Whatever was tried: from here the course can be ended by those who may.
    kind = true;
    for (const step of [...BACK, ...COURSE]) await taking(step);
    const record = await complaint.get({ id });
    expect(verifyAudit(run.console.store.read).intact).toBe(true);
    ends[record.end ?? 'open'] += 1;
    if (record.end === 'withdrawn') {
      expect(record.withdrawal).toMatchObject({ proof: '撤诉书', late: false });
      return;
    }
    const last = record.rounds.at(-1)!;
    expect(record).toMatchObject({ state: 'archived', end: 'closed' });
    for (const part of ['verified', 'basis', 'remedies', 'reexamination'] as const)
      expect(last.letter[part]).not.toBe('');
    expect(last).toMatchObject({
      outcome: 'passed',
      verdicts: [{ reasonable: true }, { reasonable: true }, { reasonable: true }],
    });
    const joined = record.joinedCases.filter(({ end }) => end === 'closed').map((one) => one.id);
    const asking = [...(record.withdrawal === null ? [id] : []), ...joined];
    for (const complaintId of asking)
      for (const of of ['answer', 'review'] as const)
        expect(record.notices).toContainEqual(
          expect.objectContaining({ complaintId, kind: of, round: last.round, proof: '快递单 1' }),
        );
    expect(last.reviewedBy).not.toBe(last.handledBy);
    expect(last.answeredAt! <= last.reviewedAt! && last.handledAt! <= last.answeredAt!).toBe(true);
  },
);

it('the walks reach the archive, a good share of them through the whole course', () => {
  expect(ends.open).toBe(0);
  expect(ends.closed).toBeGreaterThanOrEqual((ends.closed + ends.withdrawn) / 3);
});
