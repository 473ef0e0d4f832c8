// Red lines and photos of an observation through the contract, and what the audit chain keeps of it all.
import { describe, expect, test } from 'vitest';
import { finish } from '../../electron/tasks/run.ts';
import { evidenceOfPeriod } from '../../electron/features/observation/periodEvidence.ts';
import { verifyAudit } from '../../electron/db/audit.ts';
import { sql } from '../../electron/db/sql.ts';
import { testConsole } from '../support/console.ts';
import { asAdmin, observing, PHOTO, refusal } from '../support/observing.ts';

const RED_LINE = '2.4.1-1';

describe('evidence', () => {
  test('a photo without consent is kept, a removed one is still listed, or its file stays for ever', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const { observation } = run.client;
    const { id } = await start();
    const photo = { id, criterion: null, caption: '门口', consent: true, jpeg: PHOTO };
    await expect(observation.addEvidence({ ...photo, consent: false })).rejects.toEqual(refusal('consentMissing'));
    const recording = Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1').toString('base64');
    await expect(observation.addEvidence({ ...photo, jpeg: recording })).rejects.toEqual(refusal('recordingRefused'));
    expect(run.console.store.blobs.list()).toEqual([]);
    const { evidence } = await observation.addEvidence(photo);
    expect(evidence).toMatchObject({ width: 24, height: 16, caption: '门口' });
    expect((await observation.evidenceBytes({ id, evidenceId: evidence.id })).base64).toBe(PHOTO);
    await observation.captionEvidence({ id, evidenceId: evidence.id, caption: '大厅' });
    expect((await observation.open({ id })).evidence[0]?.caption).toBe('大厅');
    await observation.removeEvidence({ id, evidenceId: evidence.id });
    expect((await observation.open({ id })).evidence).toEqual([]);
    await expect(observation.evidenceBytes({ id, evidenceId: evidence.id })).rejects.toEqual(
      refusal('evidenceMissing'),
    );
    const sweep = async () =>
      (await finish(run.console.run('evidence.sweep', { folder: run.folder, now: run.now() }))).swept;
    // File times are real, so the console's clock is set beside them.
    run.advance(Date.now() - run.now());
    expect(await sweep()).toBe(0);
    run.advance(2 * 24 * 60 * 60_000);
    await run.signInAs('zhao', ['supervisor']);
    const again = await observation.addEvidence(photo);
    expect(await sweep()).toBe(0);
    await observation.removeEvidence({ id, evidenceId: again.evidence.id });
    expect(await sweep()).toBe(1);
  });
});

describe('red lines', () => {
  test('one is recorded without the yes, vetoes unconfirmed, is decided by its assessor, too early or without statement', async () => {
    using run = testConsole();
    const { start, answerAll, sign, agentId } = await observing(run);
    const { observation } = run.client;
    const record = await start();
    const { id } = record;
    const criterion = record.standard!.criteria.find(({ redLine }) => redLine)!;
    const tap = (redLineConfirmed: boolean) =>
      observation.answer({
        id,
        criterion: criterion.code,
        answer: { kind: 'scored', value: 0, redLineConfirmed },
        position: null,
      });
    await expect(tap(false)).rejects.toEqual(
      refusal('redLineNeedsConfirmation', { criterion: criterion.code, clause: criterion.clause }),
    );
    expect((await observation.open({ id })).answers).toEqual([]);
    const { redLine } = await tap(true);
    expect(redLine).toMatchObject({ state: 'pending', clause: criterion.clause });
    await observation.answer({ id, criterion: criterion.code, answer: { kind: 'scored', value: 1 }, position: null });
    expect((await observation.open({ id })).redLines.map(({ state }) => state)).toEqual(['retracted']);
    await answerAll(record, [criterion.code]);
    const own = (await observation.open({ id })).redLines.find(({ state }) => state === 'pending')!;
    const decision = { id, redLineId: own.id, confirmed: true, reason: '当场核实' };
    await asAdmin(run);
    await expect(observation.decideRedLine(decision)).rejects.toEqual(refusal('redLineTooEarly'));
    expect(await observation.pendingRedLines()).toEqual([]);
    await run.signInAs('zhao', ['supervisor']);
    await sign(id);
    await observation.submit({ id });
    await run.signInAs('zhao', ['manager']);
    await expect(observation.decideRedLine(decision)).rejects.toEqual(refusal('redLineOwn'));
    expect((await observation.pendingRedLines())[0]).toMatchObject({ id: own.id, decidable: false });
    await asAdmin(run);
    expect((await observation.pendingRedLines())[0]).toMatchObject({ id: own.id, decidable: true, agentName: '李四' });
    await expect(observation.decideRedLine(decision)).rejects.toEqual(refusal('redLineStatementMissing'));
    await observation.redLineStatement({ id, redLineId: own.id, statement: '一时疏忽' });
    const span = { startsAt: 0, endsAt: run.now() + 1 };
    const lines = () => evidenceOfPeriod(run.console.store.read, { all: true }, span).get(agentId)?.redLines;
    expect(lines()).toMatchObject([{ id: own.id, confirmed: false, decidedAt: null }]);
    expect(await observation.decideRedLine(decision)).toMatchObject({ state: 'confirmed', statement: '一时疏忽' });
    expect(lines()).toMatchObject([{ confirmed: true, clause: criterion.clause, decidedAt: run.now() }]);
    await expect(observation.decideRedLine(decision)).rejects.toEqual(refusal('redLineDecided'));
    await run.signInAs('zhao', ['supervisor']);
    await observation.amend({ id, reason: '误按' });
    const passing = { id, criterion: criterion.code, answer: { kind: 'scored' as const, value: 1 }, position: null };
    await expect(observation.answer(passing)).rejects.toEqual(refusal('redLineConfirmed'));
  });

  test('a pending one outlives the amendment that answers it away, or falls before that is submitted', async () => {
    using run = testConsole();
    const { submitted, sign } = await observing(run);
    const { observation } = run.client;
    const { id } = await submitted([RED_LINE]);
    await observation.amend({ id, reason: '误按' });
    await observation.answer({ id, criterion: RED_LINE, answer: { kind: 'scored', value: 1 }, position: null });
    expect((await observation.open({ id })).redLines[0]?.state).toBe('pending');
    await sign(id);
    await observation.submit({ id });
    expect((await observation.open({ id })).redLines[0]?.state).toBe('retracted');
    expect((await observation.history({ id })).length).toBeGreaterThan(10);
  });
});

test('the audit chain breaks over a whole observation, or holds a personal value', async () => {
  using run = testConsole();
  const { submitted } = await observing(run);
  await submitted([RED_LINE]);
  const { read } = run.console.store;
  expect(verifyAudit(read).intact).toBe(true);
  const details = JSON.stringify(read.all(sql`SELECT details FROM audit_entry`));
  for (const secret of ['李四', '王小明', '未说明免责条款', '三号洽谈室']) expect(details).not.toContain(secret);
});
