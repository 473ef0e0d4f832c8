// Satisfaction surveys through the contract, on a real store: versions that stay, withdrawals that do not count, numbers that
// are not shown, clients that see nothing.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { sql } from '../../electron/db/sql.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { surveysOfPeriod } from '../../electron/features/survey/periodSurveys.ts';
import { csiDistribution } from '../../electron/features/survey/statistics.ts';
import type { Likert, SurveyAnswers } from '../../shared/contract/survey.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { BUILT_IN_ID, BUILT_IN_QUESTIONNAIRE } from '../../shared/domain/survey/builtIn.ts';
import { ADMIN, PASSWORD, testConsole, type TestConsole } from '../support/console.ts';
import { tempDir } from '../support/tempDir.ts';

let at: TestConsole;
let branchId: string;
let managerId: string;
let agentId: string;

const ZONE = 'Asia/Shanghai';
const JULY = windowOf(
  { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: ZONE },
  Date.parse('2026-07-31T12:00:00+08:00'),
);
const all = (likert: Likert): SurveyAnswers =>
  Object.fromEntries(BUILT_IN_QUESTIONNAIRE.items.map(({ code }) => [code, likert]));
const enter = (
  answers: SurveyAnswers,
  more: { day?: string; client?: string; comment?: string; agent?: string } = {},
) =>
  at.client.survey.enter({
    agentId: more.agent ?? agentId,
    day: more.day ?? '2026-07-01',
    questionnaireId: BUILT_IN_ID,
    answers,
    comment: more.comment ?? '',
    client: more.client ?? '',
  });
const asManager = () => at.signInAs(ADMIN, ['administrator', 'manager']);
const reason = (wanted: string) => ({ data: { reason: wanted } });
const addAgent = (number: string, name: string, team: string, branch = branchId) =>
  at.client.agents.add({
    ...{ number, name, gender: null, licence: null, engagement: 'agency', hiredOn: null, status: 'active' },
    ...{ phone: null, branchId: branch, team, fromDay: '2026-01-01' },
  });

beforeEach(async () => {
  at = testConsole();
  ({ branchId, userId: managerId } = await at.setUp());
  agentId = (await addAgent('A1', '李四', '一组')).id;
  await at.signInAs('zhao', ['supervisor']);
});
afterEach(() => at[Symbol.dispose]());

describe('evidence', () => {
  it('is a survey of its own day, with what was answered alone, and not a withdrawn one', async () => {
    const { id } = await enter({ A1: 5, C2: 2 }, { day: '2026-07-01' });
    await enter(all(3), { day: '2026-06-30' });
    const gone = await enter(all(1));
    await at.client.survey.withdraw({ id: gone.id, reason: '录错人' });
    const { surveys } = evidenceOfAgent(at.console.store.read, agentId, JULY);
    expect(surveys.map((survey) => [survey.id, survey.items])).toEqual([
      [
        id,
        [
          { dimension: 'attitude', likert: 5 },
          { dimension: 'content', likert: 2 },
        ],
      ],
    ]);
    expect(surveys[0]!.digest).toMatch(/^[0-9a-f]{64}$/);
    const score = await at.client.score.agent({ agentId, kind: 'month', start: '2026-07-01' });
    expect(score.result.indicators.satisfaction).toBe(62.5);
  });

  it('counts where the agent was on its day', async () => {
    await asManager();
    const other = await at.client.branches.add({ code: 'B', name: '乙', parentId: null });
    const { revision } = await at.client.agents.get({ id: agentId });
    await at.client.agents.assign({ id: agentId, revision, branchId: other.id, team: '二组', fromDay: '2026-06-15' });
    await enter(all(4), { day: '2026-06-10' });
    await enter(all(4), { day: '2026-06-20' });
    const { rows } = await at.client.survey.list({});
    expect(rows.map(({ day, branchId: where, team }) => [day, where, team])).toEqual([
      ['2026-06-20', other.id, '二组'],
      ['2026-06-10', branchId, '一组'],
    ]);
    expect((await at.client.survey.list({ branchId: other.id })).total).toBe(1);
  });

  it('refuses a day to come, no answer, an unknown item and a draft', async () => {
    await expect(enter(all(4), { day: '2026-07-02' })).rejects.toMatchObject(reason('dayInFuture'));
    await expect(enter({})).rejects.toMatchObject(reason('surveyEmpty'));
    await expect(enter({ A1: 4, Z1: 4 })).rejects.toMatchObject(reason('surveyItemUnknown'));
    await expect(enter({ A1: 6 as Likert })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await at.client.survey.list({})).total).toBe(0);
  });

  it('cannot be changed in the table, whoever writes', async () => {
    const { id } = await enter(all(4));
    const write = (statement: string) => () =>
      at.console.store.change(null, (tx) => tx.run({ text: statement, values: [id] }));
    expect(write('UPDATE survey_answer SET likert = 5 WHERE survey_id = ?')).toThrow('a survey is fixed');
    expect(write("UPDATE survey SET day = '2026-01-01' WHERE id = ?")).toThrow('a survey is fixed');
    expect(write('DELETE FROM survey WHERE id = ?')).toThrow('a survey is kept');
  });
});

describe('withdrawal', () => {
  it('of the own slip is for the same day; later a manager decides, and never about their own', async () => {
    const { id } = await enter(all(1));
    at.advance(86_400_000);
    await at.signInAs('zhao', ['supervisor']);
    await expect(at.client.survey.withdraw({ id, reason: '不想要' })).rejects.toMatchObject(reason('surveyOwnLater'));
    await at.signInAs('other', ['supervisor']);
    await expect(at.client.survey.withdraw({ id, reason: '不想要' })).rejects.toMatchObject(reason('notYourSurvey'));
    await asManager();
    expect((await at.client.survey.get({ id })).withdrawable).toBe(true);
    await at.client.survey.withdraw({ id, reason: '客户说明填错了人' });
    await expect(at.client.survey.withdraw({ id, reason: '再来' })).rejects.toMatchObject(reason('surveyWithdrawn'));
    expect(await at.client.survey.get({ id })).toMatchObject({
      state: 'withdrawn',
      withdrawable: false,
      withdrawn: { by: '林经理', reason: '客户说明填错了人' },
    });
  });

  it('takes it off the count of today, and the one before is the last again', async () => {
    const first = await enter({ A1: 2 });
    at.advance(1000);
    const second = await enter(all(5));
    expect(await at.client.survey.today()).toMatchObject({ count: 2, last: { id: second.id, answered: 12, csi: 100 } });
    await at.client.survey.withdraw({ id: second.id, reason: '重复' });
    expect(await at.client.survey.today()).toMatchObject({ count: 1, last: { id: first.id, answered: 1, csi: 25 } });
  });
});

describe('permissions', () => {
  it('let a third-party assessor see what they entered and no statistics', async () => {
    const other = await enter(all(4));
    await at.signInAs('third', ['assessor']);
    const own = await enter(all(5));
    expect((await at.client.survey.list({})).rows.map(({ id }) => id)).toEqual([own.id]);
    await expect(at.client.survey.get({ id: other.id })).rejects.toMatchObject(reason('surveyMissing'));
    await expect(at.client.survey.withdraw({ id: other.id, reason: 'x' })).rejects.toMatchObject(
      reason('surveyMissing'),
    );
    await expect(
      at.client.survey.statistics({ branchId: null, kind: 'month', start: null, by: 'team' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('let headquarters read and nobody but a manager change the questionnaire', async () => {
    await expect(at.client.survey.createDraft({ from: BUILT_IN_ID })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await at.signInAs('hq', ['headquarters']);
    expect((await at.client.survey.list({})).total).toBe(0);
    await expect(enter(all(4))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await at.signInAs('admin2', ['administrator']);
    await expect(at.client.survey.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the questionnaire', () => {
  const nextVersion = async () => {
    await asManager();
    const draft = await at.client.survey.createDraft({ from: BUILT_IN_ID });
    const { title, items } = BUILT_IN_QUESTIONNAIRE;
    const content = {
      title,
      items: [...items.slice(1), { ...items[0]!, code: 'A9', text: { zh: '新题', en: 'New' } }],
    };
    const saved = await at.client.survey.saveDraft({ id: draft.id, digest: draft.digest, content });
    return { draft, saved };
  };

  it('published anew leaves surveys on the version they were answered on', async () => {
    const old = await enter({ A1: 5 });
    const { draft, saved } = await nextVersion();
    await expect(
      at.client.survey.saveDraft({ id: draft.id, digest: draft.digest, content: BUILT_IN_QUESTIONNAIRE }),
    ).rejects.toMatchObject(reason('changedMeanwhile'));
    await expect(
      at.client.survey.enter({
        agentId,
        day: '2026-07-01',
        questionnaireId: draft.id,
        answers: { A9: 4 },
        comment: '',
        client: '',
      }),
    ).rejects.toMatchObject(reason('questionnaireDraft'));
    expect(await at.client.survey.publish({ id: draft.id, reason: '增加一题' })).toMatchObject({
      number: 2,
      reason: '增加一题',
      digest: saved.version.digest,
    });
    expect((await at.client.survey.questionnaire({ id: null })).version.number).toBe(2);
    const record = await at.client.survey.get({ id: old.id });
    expect(record.questionnaireNumber).toBe(1);
    expect(record.answers.map(({ code, likert }) => [code, likert])[0]).toEqual(['A1', 5]);
    // Papers of the old version may still come in.
    await enter({ A1: 4 });
    const later = await at.client.survey.enter({
      ...{ agentId, day: '2026-07-01', questionnaireId: draft.id, answers: { A9: 4 }, comment: '', client: '' },
    });
    expect(await at.client.survey.get({ id: later.id })).toMatchObject({ questionnaireNumber: 2, answered: 1 });
    await expect(
      at.client.survey.saveDraft({ id: draft.id, digest: saved.version.digest, content: BUILT_IN_QUESTIONNAIRE }),
    ).rejects.toMatchObject(reason('questionnairePublished'));
    expect(() =>
      at.console.store.change(null, (tx) =>
        tx.run(sql`UPDATE questionnaire_item SET text_zh = 'x' WHERE version_id = ${BUILT_IN_ID}`),
      ),
    ).toThrow('a published questionnaire is fixed');
  });

  it('is not published with problems or unchanged, and a draft can be dropped', async () => {
    await asManager();
    const draft = await at.client.survey.createDraft({ from: BUILT_IN_ID });
    await expect(at.client.survey.publish({ id: draft.id, reason: 'x' })).rejects.toMatchObject(
      reason('questionnaireUnchanged'),
    );
    await at.client.survey.saveDraft({
      id: draft.id,
      digest: draft.digest,
      content: { ...BUILT_IN_QUESTIONNAIRE, items: BUILT_IN_QUESTIONNAIRE.items.slice(0, 3) },
    });
    await expect(at.client.survey.publish({ id: draft.id, reason: 'x' })).rejects.toMatchObject(
      reason('questionnaireHasProblems'),
    );
    await at.client.survey.deleteDraft({ id: draft.id });
    expect((await at.client.survey.questionnaires()).map(({ number }) => number)).toEqual([1]);
    await expect(at.client.survey.deleteDraft({ id: BUILT_IN_ID })).rejects.toMatchObject(
      reason('questionnairePublished'),
    );
  });

  it('reaches a console that was set up before there were surveys, the same as a new one', async () => {
    using dir = tempDir('survey-');
    const db = connect(dir.file('old.db'));
    const before = MIGRATIONS.filter(({ number }) => number < 70);
    migrate(db, before);
    db.run(sql`INSERT INTO user (id, login, name, password, status, created_at)
      VALUES ('u', 'x', 'x', 'x', 'active', 't')`);
    migrate(db);
    const version = db.get<{ number: number; digest: string }>(
      sql`SELECT number, digest FROM questionnaire_version WHERE id = ${BUILT_IN_ID} AND status = 'published'`,
    );
    db.close();
    rmSync(dir.file('old.db'), { force: true });
    const { digest } = (await at.client.survey.questionnaire({ id: null })).version;
    expect(version).toEqual({ number: 1, digest });
  });
});

describe('statistics', () => {
  it('count everyone and show nothing below five', async () => {
    await asManager();
    const second = (await addAgent('A2', '王五', '二组')).id;
    for (const likert of [5, 4, 4, 3, 5] as const) await enter(all(likert));
    for (const likert of [1, 2] as const) await enter(all(likert), { agent: second });
    const gone = await enter(all(1));
    await at.client.survey.withdraw({ id: gone.id, reason: '重复' });
    const said = await at.client.survey.statistics({ branchId, kind: 'quarter', start: '2026-07-15', by: 'agent' });
    expect(said).toMatchObject({ period: { start: '2026-07-01', end: '2026-10-01' }, surveys: 7, least: 5 });
    expect(said.csi).toMatchObject({ count: 7, mean: (100 + 75 + 75 + 50 + 100 + 0 + 25) / 7 });
    expect(said.dimensions.map(({ answers }) => answers)).toEqual([21, 21, 21, 21]);
    expect(said.items[0]).toMatchObject({ code: 'A1', answers: 7, counts: [1, 1, 1, 2, 2] });
    expect(said.groups.map(({ agent, surveys, csi, counts }) => [agent?.name, surveys, csi?.mean, counts])).toEqual([
      ['李四', 5, 80, [0, 0, 12, 24, 24]],
      ['王五', 2, undefined, null],
    ]);
    const teams = await at.client.survey.statistics({ branchId, kind: 'month', start: '2026-07-01', by: 'team' });
    expect(teams.groups.map(({ team, surveys }) => [team, surveys])).toEqual([
      ['一组', 5],
      ['二组', 2],
    ]);
    const none = await at.client.survey.statistics({ branchId, kind: 'month', start: '2026-06-01', by: 'branch' });
    expect(none).toMatchObject({ surveys: 0, csi: null, groups: [], items: [] });
    expect(csiDistribution(at.console.store.read, branchId, JULY)).toMatchObject({
      surveys: 7,
      bands: [1, 1, 1, 2, 2],
    });
  });

  it('open to the surveys that they came from', async () => {
    await enter({ A1: 5, F1: 1 });
    await enter({ A1: 1 });
    const count = async (filter: object) => (await at.client.survey.list(filter)).total;
    expect(await count({ item: 'A1', questionnaireId: BUILT_IN_ID, likert: 5 })).toBe(1);
    expect(await count({ dimension: 'followUp', likert: 1 })).toBe(1);
    expect(await count({ dimension: 'followUp', likert: 5 })).toBe(0);
    expect(await count({ agentId, from: '2026-07-01', to: '2026-07-01', team: '一组' })).toBe(2);
  });
});

it('a client stays masked everywhere, in the workbook’s rows too, and an anonymous one leaves no trace', async () => {
  await enter(all(4), { client: '王小明 13812345678', comment: '好' });
  at.advance(1000);
  await enter(all(4));
  const [named, anonymous] = surveysOfPeriod(at.console.store.read, [agentId], JULY);
  expect([named!.client, anonymous!.client]).toEqual(['王** 138****5678', '']);
  expect(surveysOfPeriod(at.console.store.read, [agentId], JULY, { unmasked: true })[0]!.client).toContain('王小明');
  const { rows } = await at.client.survey.list({});
  const records = await Promise.all(rows.map(({ id }) => at.client.survey.get({ id })));
  await asManager();
  const said = JSON.stringify([rows, records, await at.client.audit.list({ before: null, limit: 100 })]);
  expect(said).not.toContain('王小明');
  expect(said).not.toContain('13812345678');
  expect(rows.map(({ client }) => client).toSorted()).toEqual(['王** 138****5678', null].toSorted());
});

describe('client mode', () => {
  it('answers its own routes alone, until the password of the person takes the screen back', async () => {
    await enter(all(1), { client: '王小明' });
    expect(await at.client.survey.clientBegin({ agentId })).toMatchObject({ handedOver: true });
    const { survey, account, agents, settings, users } = at.client;
    for (const call of [
      () => survey.list({}),
      () => survey.today(),
      () => survey.questionnaires(),
      () => survey.statistics({ branchId: null, kind: 'month', start: null, by: 'team' }),
      () => agents.page({ after: null }),
      () => settings.get(),
      () => settings.set({ language: 'en' }),
      () => users.list(),
      () => account.signOut(),
      () => account.lock(),
      () => account.unlock({ password: PASSWORD }),
      () => account.signIn({ login: 'zhao', password: PASSWORD }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'LOCKED', data: { reason: 'handedOver' } });
    const page = await survey.clientPage();
    expect(Object.keys(page).toSorted()).toEqual(['agentName', 'branchName', 'items', 'title']);
    expect(JSON.stringify(page)).not.toContain('王小明');
    // Longer than any idle limit: the screen neither locks nor opens.
    at.advance(8 * 3_600_000);
    await survey.clientSubmit({ answers: { A1: 5 }, comment: '很好', client: '' });
    expect(await account.state()).toMatchObject({ handedOver: true, locked: false });
    await expect(survey.clientLeave({ password: 'wrong password' })).rejects.toMatchObject(reason('passwordWrong'));
    expect(await account.state()).toMatchObject({ handedOver: true });
    expect(await survey.clientLeave({ password: PASSWORD })).toMatchObject({ handedOver: false, locked: false });
    const { rows } = await survey.list({});
    expect(rows.find(({ means }) => means === 'client')).toMatchObject({ client: null, answered: 1, comment: '很好' });
    await expect(survey.clientSubmit({ answers: { A1: 5 }, comment: '', client: '' })).rejects.toMatchObject(
      reason('notHandedOver'),
    );
  });

  it('takes what a client answered out of the hands of who handed the screen over', async () => {
    await at.client.survey.clientBegin({ agentId });
    await at.client.survey.clientSubmit({ answers: { A1: 1 }, comment: '', client: '' });
    await at.client.survey.clientLeave({ password: PASSWORD });
    const [row] = (await at.client.survey.list({})).rows;
    expect(row!.withdrawable).toBe(false);
    await expect(at.client.survey.withdraw({ id: row!.id, reason: '太低' })).rejects.toMatchObject(
      reason('surveyOwnLater'),
    );
  });
});

it('every change stands in the audit chain', async () => {
  const { id } = await enter(all(4));
  await at.client.survey.withdraw({ id, reason: '重复' });
  const { history } = await at.client.survey.get({ id });
  expect(history.map(({ action }) => action)).toEqual(['survey.withdrawn', 'survey.entered']);
  await asManager();
  expect(await at.client.audit.verify()).toMatchObject({ intact: true });
  expect(managerId).toMatch(/-7/);
});
