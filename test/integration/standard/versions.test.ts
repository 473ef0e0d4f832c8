// Versions of the standard in a real database, called through the contract.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../electron/db/connection.ts';
import { sql } from '../../../electron/db/sql.ts';
import { contentDigest, currentVersion } from '../../../electron/features/standard/versions.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { builtInStandard } from '../../../shared/standard/builtIn.ts';
import { testConsole, type TestConsole } from '../../support/console.ts';

// One console for all tests of the file, in their order: setting one up takes seconds of password hashing.
let running: TestConsole;
beforeAll(async () => {
  running = testConsole();
  await running.setUp();
});
afterAll(() => running[Symbol.dispose]());

const builtIn = async () =>
  (await running.client.standard.list()).find(({ publishedAt, number }) => publishedAt !== null && number === 1)!;
const newDraft = async () => running.client.standard.createDraft({ from: (await builtIn()).id, title: '2027 年修订' });
const criterion = (code: string): Criterion => builtInStandard.criteria.find((c) => c.code === code)!;

test('the first run leaves no standard, or another one than the built-in', async () => {
  const version = await builtIn();
  expect(version).toMatchObject({ number: 1, status: 'published', criteria: builtInStandard.criteria.length });
  expect(version.digest).toBe(contentDigest(builtInStandard));
  const { content, initials } = await running.client.standard.get({ id: version.id });
  expect(content).toEqual(builtInStandard);
  expect(initials['1.2.1-6']).toMatch(/^bjsbf/);
  expect(initials['3.1']).toBe('zzgf');
});

describe('a draft', () => {
  test('editing it changes the published version, or a change does not reach the comparison', async () => {
    const published = await builtIn();
    const draft = await newDraft();
    expect(draft).toMatchObject({ number: 2, status: 'draft', digest: published.digest, basedOn: published.id });
    const { client } = running;
    const edited = { ...criterion('3.4-2'), weight: 4.5 };
    await client.standard.saveCriterion({ id: draft.id, code: '3.4-2', criterion: edited });
    await client.standard.saveCriterion({
      id: draft.id,
      code: null,
      criterion: { ...criterion('3.5-1'), code: '3.5-9', text: { zh: '新增一项检查', en: 'One more criterion' } },
    });
    await client.standard.removeCriterion({ id: draft.id, code: '8.3-1' });
    const clause = builtInStandard.clauses.find(({ id }) => id === '5.1')!;
    await client.standard.saveClause({
      id: draft.id,
      clause: { id: '5.1', title: { ...clause.title, zh: '服务的创新' }, text: clause.text },
    });
    const changes = await client.standard.compare({ before: published.id, after: draft.id });
    expect(changes.map(({ kind, code, change }) => `${kind} ${code} ${change}`)).toEqual([
      'clause 5.1 changed',
      'criterion 3.4-2 changed',
      'criterion 3.5-9 added',
      'criterion 8.3-1 removed',
    ]);
    expect(changes[1]?.fields).toEqual([{ field: 'weight', before: criterion('3.4-2').weight, after: 4.5 }]);
    expect((await client.standard.get({ id: published.id })).content).toEqual(builtInStandard);
    const after = (await client.standard.get({ id: draft.id })).version;
    expect(after.digest).not.toBe(published.digest);
    expect((await client.standard.get({ id: draft.id })).initials['5.1']).toBe('fwdcx');
  });

  test('a criterion is moved onto a code that is taken, or under a clause that its code denies', async () => {
    const draft = await newDraft();
    const save = (code: string | null, changed: Partial<Criterion>) =>
      running.client.standard.saveCriterion({ id: draft.id, code, criterion: { ...criterion('3.4-1'), ...changed } });
    await expect(save('3.4-1', { code: '3.4-2' })).rejects.toMatchObject({ data: { reason: 'criterionCodeTaken' } });
    await expect(save(null, {})).rejects.toMatchObject({ data: { reason: 'criterionCodeTaken' } });
    await expect(save('3.4-1', { clause: '3.3' })).rejects.toMatchObject({
      data: { reason: 'criterionCodeOutsideClause' },
    });
    await expect(save('3.4-1', { code: '3.9-1', clause: '3.9' })).rejects.toMatchObject({
      data: { reason: 'clauseMissing' },
    });
    await expect(save('3.4-99', {})).rejects.toMatchObject({ data: { reason: 'criterionMissing' } });
    expect((await running.client.standard.get({ id: draft.id })).content).toEqual(builtInStandard);
    await save('3.4-1', { code: '3.4-7' });
    const { content } = await running.client.standard.get({ id: draft.id });
    expect(content.criteria.map(({ code }) => code)).not.toContain('3.4-1');
  });

  test('a draft with problems is published', async () => {
    const draft = await newDraft();
    const { client } = running;
    const faulty = { ...criterion('2.4.1-1'), scale: 'likert' as const, text: { zh: '', en: 'x' } };
    await client.standard.saveCriterion({ id: draft.id, code: '2.4.1-1', criterion: faulty });
    expect((await client.standard.check({ id: draft.id })).map(({ reason }) => reason).sort()).toEqual([
      'redLineNotPassFail',
      'textMissing',
    ]);
    await expect(client.standard.publish({ id: draft.id })).rejects.toMatchObject({
      data: { reason: 'standardHasProblems', params: { count: 2 } },
    });
    await client.standard.saveCriterion({ id: draft.id, code: '2.4.1-1', criterion: criterion('2.4.1-1') });
    const published = await client.standard.publish({ id: draft.id });
    expect(published).toMatchObject({ number: 2, status: 'published', digest: (await builtIn()).digest });
    expect(currentVersion(running.console.store.read).id).toBe(draft.id);
  });

  test('deleting a draft leaves lines behind, or a published version can be deleted', async () => {
    const draft = await newDraft();
    const { client, console } = running;
    const copy = await client.standard.createDraft({ from: draft.id, title: '另一份' });
    await client.standard.deleteDraft({ id: draft.id });
    expect(console.store.read.all(sql`SELECT 1 FROM criterion WHERE version_id = ${draft.id}`)).toEqual([]);
    const left = (await client.standard.list()).map(({ id }) => id);
    expect(left).not.toContain(draft.id);
    expect(left).toContain(copy.id);
    const published = (await client.standard.list()).find(({ status }) => status === 'published')!;
    await expect(client.standard.deleteDraft({ id: published.id })).rejects.toMatchObject({
      data: { reason: 'standardPublished' },
    });
  });
});

test('a line of a published version can be changed, added, moved or removed behind the use cases', async () => {
  const { id } = await builtIn();
  const draft = await newDraft();
  const db = connect(running.console.store.file);
  const refused = (statement: ReturnType<typeof sql>) => expect(() => db.run(statement)).toThrow(/published standard/);
  refused(sql`UPDATE criterion SET weight = 9 WHERE version_id = ${id} AND code = '3.4-1'`);
  refused(sql`UPDATE clause SET title_zh = '改' WHERE version_id = ${id} AND id = '3.4'`);
  refused(sql`DELETE FROM criterion WHERE version_id = ${id} AND code = '3.4-1'`);
  refused(sql`DELETE FROM clause WHERE version_id = ${id}`);
  refused(sql`INSERT INTO clause (version_id, id, title_zh, title_en, text_zh, text_en, initials)
    VALUES (${id}, '8.6', '', '', '', '', '')`);
  refused(
    sql`UPDATE criterion SET version_id = ${id}, code = '3.4-70' WHERE version_id = ${draft.id} AND code = '3.4-1'`,
  );
  refused(sql`UPDATE standard_version SET title = '改' WHERE id = ${id}`);
  refused(sql`UPDATE standard_version SET status = 'draft' WHERE id = ${id}`);
  refused(sql`DELETE FROM standard_version WHERE id = ${id}`);
  expect(db.run(sql`UPDATE criterion SET weight = 9 WHERE version_id = ${draft.id} AND code = '3.4-1'`)).toBe(1);
  db.close();
});

test('an assessor edits the standard', async () => {
  const { id } = await builtIn();
  await running.signInAs('assessor.one', ['assessor']);
  await expect(running.client.standard.createDraft({ from: id, title: '草稿' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect((await running.client.standard.get({ id })).version.number).toBe(1);
});
