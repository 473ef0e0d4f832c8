// The end of an observation through the contract: blockers, signatures, the lock, amendments, withdrawal.
import { describe, expect, test } from 'vitest';
import { evidenceOfPeriod } from '../../electron/features/observation/periodEvidence.ts';
import { sql } from '../../electron/db/sql.ts';
import { publishModel } from '../../electron/features/score/models.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { PASSWORD, testConsole } from '../support/console.ts';
import { asAdmin, CONTEXT, FULL_FINDING, observing, PHOTO, refusal } from '../support/observing.ts';
import { signaturePng } from '../support/pictures.ts';

const RED_LINE = '2.4.1-1';

describe('submission', () => {
  test('a session goes through with something missing, and the review does not say what', async () => {
    using run = testConsole();
    const { start, answerAll, sign } = await observing(run);
    const { observation } = run.client;
    const record = await start({ noticeConfirmed: false });
    const { id } = record;
    const criteria = record.standard!.criteria;
    const failing = criteria.find((c) => c.evidence === 'onFailing' && !c.redLine)!.code;
    await expect(observation.signAssessor({ id, password: PASSWORD })).rejects.toEqual(refusal('notReady'));
    const before = await observation.review({ id });
    expect(before.blockers.filter(({ kind }) => kind === 'unanswered')).toHaveLength(
      criteria.filter(({ required }) => required).length,
    );
    await answerAll(record);
    await observation.answer({ id, criterion: failing, answer: { kind: 'scored', value: 0 }, position: null });
    await observation.finding({ id, criterion: failing, fields: { ...FULL_FINDING, description: '' } });
    expect((await observation.review({ id })).blockers).toEqual([
      { kind: 'noticeMissing' },
      { kind: 'findingMissing', criterion: failing, fields: ['description'] },
      { kind: 'evidenceMissing', criterion: failing },
      { kind: 'assessorSignature' },
      { kind: 'agentSignature' },
    ]);
    await expect(observation.submit({ id })).rejects.toEqual(refusal('notReady', { count: 5 }));
    await observation.confirmNotice({ id });
    await observation.finding({ id, criterion: failing, fields: FULL_FINDING });
    await observation.addEvidence({ id, criterion: failing, caption: '柜台', consent: true, jpeg: PHOTO });
    const ready = await observation.review({ id });
    expect(ready.failing).toEqual([failing]);
    expect(ready.result.score).toBeLessThan(100);
    expect(ready.result.derivation).toMatchObject({ level: 'base', value: ready.result.score });
    await sign(id);
    const submitted = await observation.submit({ id });
    expect(submitted).toMatchObject({
      state: 'submitted',
      writable: false,
      revision: { number: 1, digest: ready.digest, score: ready.result.score },
    });
    expect(submitted.signatures.map(({ digest }) => digest)).toEqual([ready.digest, ready.digest]);
    expect((await observation.list({})).rows[0]).toMatchObject({
      state: 'submitted',
      score: ready.result.score,
      findings: 1,
      criteria: criteria.length,
    });
  });

  test('a change after signing leaves the signature standing', async () => {
    using run = testConsole();
    const { start, answerAll, sign } = await observing(run);
    const { observation } = run.client;
    const record = await start();
    const { id } = record;
    await answerAll(record);
    await sign(id);
    const saved = await observation.note({ id, criterion: record.standard!.criteria[0]!.code, text: '补充' });
    expect(saved.signaturesVoided).toBe(true);
    expect((await observation.open({ id })).signatures.every(({ voidedAt }) => voidedAt !== null)).toBe(true);
    await expect(observation.submit({ id })).rejects.toEqual(refusal('notReady', { count: 2 }));
    await observation.note({ id, criterion: record.standard!.criteria[0]!.code, text: '' });
    await expect(observation.submit({ id })).rejects.toEqual(refusal('notReady', { count: 2 }));
    await sign(id);
    expect((await observation.submit({ id })).state).toBe('submitted');
  });

  test('a session is scored with the built-in model after another was published', async () => {
    using run = testConsole();
    const { start, answerAll, sign } = await observing(run);
    const { observation } = run.client;
    const record = await start();
    const { id } = record;
    const failing = record.standard!.criteria.find(({ redLine, evidence }) => !redLine && evidence === 'none')!;
    await answerAll(record, [failing.code]);
    const before = (await observation.review({ id })).result.score!;
    const { indicators } = MODEL_1;
    const heavier = { ...indicators[failing.indicator], weight: indicators[failing.indicator].weight * 10 };
    const model = { ...MODEL_1, version: 2, indicators: { ...indicators, [failing.indicator]: heavier } };
    run.console.store.change(null, (tx) => publishModel(tx, model, '加重'));
    const after = (await observation.review({ id })).result;
    expect(after.score).toBeLessThan(before);
    expect(after.derivation.value).toBe(after.score);
    await sign(id);
    expect((await observation.submit({ id })).revision?.score).toBe(after.score);
  });

  test('another client with the same mask leaves the signature standing', async () => {
    using run = testConsole();
    const { start, answerAll, sign } = await observing(run);
    const { observation } = run.client;
    const record = await start();
    const { id } = record;
    const named = (client: string) => observation.setContext({ id, context: { ...CONTEXT, client } });
    await answerAll(record);
    await named('张三');
    await sign(id);
    const before = await observation.review({ id });
    expect(before.blockers).toEqual([]);
    expect((await named('张四')).signaturesVoided).toBe(true);
    const after = await observation.review({ id });
    expect((await observation.open({ id })).context.client).toBe('张**');
    expect(after.digest).not.toBe(before.digest);
    expect(after.signatures).toEqual([]);
    expect(after.blockers).toEqual([{ kind: 'assessorSignature' }, { kind: 'agentSignature' }]);
    await named('张三');
    expect((await observation.review({ id })).digest).toBe(before.digest);
  });

  test('a wrong password signs out, another’s name signs, an empty pad or the assessor as witness counts', async () => {
    using run = testConsole();
    const { start, answerAll } = await observing(run);
    const { observation } = run.client;
    const record = await start();
    const { id } = record;
    await answerAll(record);
    await expect(observation.signAssessor({ id, password: 'wrong password' })).rejects.toEqual(
      expect.objectContaining({ code: 'INVALID', data: { reason: 'passwordWrong', params: {} } }),
    );
    const agent = (signature: Parameters<typeof observation.signAgent>[0]['signature']) =>
      observation.signAgent({ id, signature });
    const typed = {
      means: 'typed' as const,
      attitude: 'agree' as const,
      words: '',
      name: '李四',
      employeeNumber: 'A0013',
    };
    await expect(agent(typed)).rejects.toEqual(refusal('signatureNotOwn'));
    await expect(agent({ ...typed, employeeNumber: 'A0012', attitude: 'disagree' })).rejects.toEqual(
      refusal('disagreeWords'),
    );
    const drawn = { means: 'drawn' as const, attitude: 'disagree' as const, words: '介绍过免责条款' };
    await expect(agent({ ...drawn, png: signaturePng(false).toString('base64') })).rejects.toEqual(
      refusal('signatureBlank'),
    );
    const refused = { means: 'witness' as const, attitude: 'refuse' as const, words: '', witnessCapacity: '前台' };
    await expect(agent({ ...refused, witnessName: 'ZHAO' })).rejects.toEqual(refusal('witnessIsParty'));
    await agent({ ...refused, witnessName: '周前台' });
    const kept = await agent({ ...drawn, png: signaturePng().toString('base64') });
    const { base64 } = await observation.signatureImage({ id, signatureId: kept.id });
    expect(Buffer.from(base64, 'base64').includes('张三')).toBe(false);
    const signatures = (await observation.open({ id })).signatures;
    expect(signatures.map(({ means, voidedAt }) => [means, voidedAt !== null])).toEqual([
      ['witness', true],
      ['drawn', false],
    ]);
  });

  test('a locked revision is changed by a statement that goes round the use cases', async () => {
    using run = testConsole();
    const { submitted } = await observing(run);
    const { id } = await submitted([RED_LINE]);
    const writes = [
      sql`UPDATE answer SET value = 0`,
      sql`DELETE FROM answer`,
      sql`INSERT INTO answer (revision_id, criterion, value, answered_at) SELECT id, 'x', 1, '' FROM observation_revision`,
      sql`DELETE FROM signature`,
      sql`UPDATE signature SET digest = 'x'`,
      sql`DELETE FROM evidence`,
      sql`UPDATE observation_revision SET score = 100`,
      sql`DELETE FROM observation_revision`,
      sql`UPDATE observation SET assessor_id = created_by, service_at = '2026-01-01T00:00:00.000Z'`,
      sql`DELETE FROM observation`,
    ];
    for (const write of writes)
      expect(
        () =>
          run.console.store.change(null, (tx) => {
            tx.run(write);
            tx.note({ action: 'test.tried', entity: 'observation', entityId: id });
          }),
        write.text,
      ).toThrow(/locked|kept|started/);
    await expect(run.client.observation.note({ id, criterion: '3.4-1', text: 'x' })).rejects.toEqual(
      refusal('observationLocked'),
    );
  });
});

describe('amendments', () => {
  test('the old revision changes, stops counting too early, or the new one passes unsigned', async () => {
    using run = testConsole();
    const { submitted, sign, agentId } = await observing(run);
    const { observation } = run.client;
    const { id, standard, revision } = await submitted();
    const { code } = standard!.criteria.find(({ redLine, scale }) => !redLine && scale === 'threeStep')!;
    const span = { startsAt: Date.parse('2026-06-30T16:00:00Z'), endsAt: Date.parse('2026-09-30T16:00:00Z') };
    const counting = () =>
      evidenceOfPeriod(run.console.store.read, { agentIds: [agentId] }, span).get(agentId)?.sessions[0];
    const amended = await observation.amend({ id, reason: '记录有误' });
    expect(amended).toMatchObject({
      state: 'submitted',
      amending: true,
      writable: true,
      revision: { number: 2, reason: '记录有误' },
      signatures: [],
    });
    expect(amended.answers).toHaveLength(standard!.criteria.length);
    await expect(observation.amend({ id, reason: '再次' })).rejects.toEqual(refusal('observationNotAmendable'));
    await observation.answer({ id, criterion: code, answer: { kind: 'scored', value: 0.5 }, position: null });
    // The record page shows the score that counts, not the one being amended.
    expect((await observation.review({ id, submitted: true })).result.score).toBe(revision!.score);
    expect((await observation.review({ id })).result.score).not.toBe(revision!.score);
    expect(counting()).toMatchObject({ digest: revision!.digest });
    expect(counting()?.answers.find((answer) => answer.criterion === code)?.value).toBe(1);
    await expect(observation.submit({ id })).rejects.toEqual(refusal('notReady', { count: 2 }));
    await sign(id);
    const second = await observation.submit({ id });
    expect(second).toMatchObject({ amending: false, revision: { number: 2 } });
    expect(counting()?.answers.find((answer) => answer.criterion === code)?.value).toBe(0.5);
    const first = await observation.readRevision({ id, number: 1 });
    expect(first.answers.find((answer) => answer.criterion === code)?.value).toBe(1);
    expect(first).toMatchObject({ writable: false, revision: { number: 1, digest: revision!.digest } });
    expect(second.revisions.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
  });

  test('a discarded amendment counts or cannot be followed by another', async () => {
    using run = testConsole();
    const { submitted } = await observing(run);
    const { observation } = run.client;
    const { id, revision } = await submitted();
    await observation.amend({ id, reason: '记录有误' });
    expect(await observation.discardAmendment({ id })).toMatchObject({
      amending: false,
      revision: { number: 1, digest: revision!.digest },
    });
    await expect(observation.discardAmendment({ id })).rejects.toEqual(refusal('observationLocked'));
    expect((await observation.amend({ id, reason: '再次' })).revision?.number).toBe(3);
  });
});

describe('withdrawal', () => {
  test('a withdrawn session is evidence, takes answers, or an assessor withdraws what was submitted', async () => {
    using run = testConsole();
    const { start, submitted, agentId } = await observing(run);
    const { observation } = run.client;
    const { id } = await start();
    await observation.withdraw({ id, reason: '客户中止' });
    expect(await observation.open({ id })).toMatchObject({
      state: 'withdrawn',
      writable: false,
      withdrawReason: '客户中止',
    });
    await expect(observation.confirmNotice({ id })).rejects.toEqual(refusal('observationLocked'));
    const done = await submitted();
    await expect(observation.withdraw({ id: done.id, reason: '错人' })).rejects.toEqual(refusal('notYourObservation'));
    await asAdmin(run);
    await observation.withdraw({ id: done.id, reason: '错人' });
    const span = { startsAt: 0, endsAt: run.now() + 1 };
    expect(evidenceOfPeriod(run.console.store.read, { agentIds: [agentId] }, span).get(agentId)?.sessions).toEqual([]);
  });

  test('a manager withdraws what they assessed and submitted themselves, or cannot end what another left open', async () => {
    using run = testConsole();
    const { start, submitted } = await observing(run);
    const { observation } = run.client;
    const left = await start();
    await run.signInAs('third', ['supervisor']);
    await expect(observation.withdraw({ id: left.id, reason: '错人' })).rejects.toEqual(refusal('notYourObservation'));
    await asAdmin(run);
    const own = await submitted();
    await expect(observation.withdraw({ id: own.id, reason: '不满意' })).rejects.toEqual(refusal('withdrawalOwn'));
    const draft = await start();
    await observation.withdraw({ id: draft.id, reason: '客户中止' });
    await observation.withdraw({ id: left.id, reason: '评估员已离开' });
    await expect(observation.withdraw({ id: left.id, reason: '再次' })).rejects.toEqual(refusal('observationLocked'));
    await run.signInAs('shen', ['manager']);
    await observation.withdraw({ id: own.id, reason: '错人' });
    expect((await observation.open({ id: own.id })).state).toBe('withdrawn');
  });
});
