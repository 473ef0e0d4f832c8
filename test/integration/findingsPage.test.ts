// Pages of the two ledgers, photos of findings, and what concerns one agent, through the contract. Each title names the fault that
// would turn it red.
import { expect, test } from 'vitest';
import { sql } from '../../electron/db/sql.ts';
import { findingsPage } from '../../electron/features/findings/page.ts';
import {
  FINDING_STATUSES,
  FindingFilter,
  LEDGER_SOURCES,
  SEVERITIES,
  type FindingRow,
} from '../../shared/contract/findings.ts';
import { PROBLEM_CLASSES } from '../../shared/contract/vocabulary.ts';
import { testConsole } from '../support/console.ts';
import { observing, PHOTO, refusal } from '../support/observing.ts';
import { finding, PLAN } from '../support/rectifying.ts';
import { seedInspections } from '../support/seedInspections.ts';

const DAY = 86_400_000;

test('a filter in main says another status, severity, class, source or day than the rows do, or a page loses one', async () => {
  using run = testConsole();
  const { agentId, submitted } = await observing(run);
  const { findings, rectification } = run.client;
  await submitted(['3.4-1', '3.5-1']);
  await seedInspections(run, agentId);
  const byHand = await findings.record(finding(agentId, { description: '没有说明 保单 贷款', severity: 'minor' }));
  const needless = await findings.record(finding(agentId, { class: 'process', severity: 'serious' }));
  await findings.noNeed({ id: needless.id, reason: '当场已纠正' });
  const plan = { deadline: '2026-07-20', follows: null };
  await rectification.plan({ ...PLAN, ...plan, findingIds: [byHand.id] });
  run.advance(2 * DAY);
  await run.signInAs('zhao', ['supervisor']);
  const late = await findings.record(finding(agentId, { occurredAt: '2026-07-02T17:00:00.000Z' }));
  await findings.classify({ id: late.id, element: 'marketing', severity: 'serious' });

  const { rows, total } = await findings.list();
  expect(rows).toHaveLength(total);
  expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['observation', 'record', 'patrol', 'manual']));
  const ids = (some: readonly FindingRow[]) => some.map(({ id }) => id);
  const page = (asked: Partial<FindingFilter>) =>
    findingsPage(run.console.store.read, { ...FindingFilter.parse({}), ...asked });
  const same = (asked: Partial<FindingFilter>, fits: (row: FindingRow) => boolean) => {
    const found = page(asked);
    expect(ids(found.rows)).toEqual(ids(rows.filter(fits)));
    expect(found.total).toBe(found.rows.length);
  };
  for (const status of FINDING_STATUSES) same({ statuses: [status] }, (row) => row.status === status);
  for (const severity of SEVERITIES) same({ severities: [severity] }, (row) => row.severity === severity);
  for (const one of PROBLEM_CLASSES) same({ classes: [one] }, (row) => row.class === one);
  for (const source of LEDGER_SOURCES) same({ sources: [source] }, (row) => row.source === source);
  same({ from: '2026-07-03' }, ({ day }) => day >= '2026-07-03');
  same({ to: '2026-07-02' }, ({ day }) => day <= '2026-07-02');
  same({ text: '贷款 A0012' }, ({ id }) => id === byHand.id);
  same({ text: '100%' }, () => false);
  const words = rows.find(({ source }) => source === 'record')!.criterionText!.zh.slice(0, 6);
  same({ text: words }, ({ criterionText }) => criterionText?.zh.includes(words) === true);
  const pages = [page({ limit: 2 }), page({ limit: 1000, offset: 2 })];
  expect(ids(pages.flatMap((one) => one.rows))).toEqual(ids(rows));
  expect(pages.map((one) => one.total)).toEqual([total, total]);
  await run.signInAs('outside', ['assessor']);
  await expect(findings.some({ ids: ids(rows.slice(0, 1)) })).rejects.toEqual(refusal('notPermitted'));
});

test('a photo of a session or a review is not counted, opens as another, or a finding by hand has one', async () => {
  using run = testConsole();
  const { agentId, start, answerAll, sign } = await observing(run);
  const { findings, observation } = run.client;
  const session = await start();
  await answerAll(session, ['3.4-1', '3.5-1']);
  // Beside the one that the standard asks of a failing item.
  await observation.addEvidence({ id: session.id, criterion: '3.4-1', caption: '柜台', consent: true, jpeg: PHOTO });
  await sign(session.id);
  await observation.submit({ id: session.id });
  const { reviewed } = await seedInspections(run, agentId);
  const byHand = await findings.record(finding(agentId));
  const { rows } = await findings.list();
  const observed = rows.find(({ criterion, source }) => criterion === '3.4-1' && source === 'observation')!;
  const others = run.console.store.read.all(sql`SELECT id FROM evidence WHERE criterion = '3.4-1'`);
  expect(observed.photos).toBe(others.length);
  expect((await findings.photos({ id: observed.id })).map(({ caption }) => caption)).toContain('柜台');
  const record = rows.find(({ criterion, sourceId }) => criterion === '2.5.1-5' && sourceId === reviewed)!;
  expect(record.photos).toBe(1);
  expect(rows.find((row) => row.criterion === '2.3.3-7' && row.sourceId === reviewed)).toMatchObject({ photos: 0 });
  const [photo] = await findings.photos({ id: record.id });
  expect(photo).toMatchObject({ caption: '档案封面与签字页' });
  expect((await findings.photo({ id: record.id, photoId: photo!.id })).base64.length).toBeGreaterThan(100);
  await expect(findings.photo({ id: observed.id, photoId: photo!.id })).rejects.toEqual(refusal('evidenceMissing'));
  expect(rows.find(({ id }) => id === byHand.id)).toMatchObject({ photos: 0 });
  expect(await findings.photos({ id: byHand.id })).toEqual([]);
});

test('the ledger of rectifications loses one to a filter, or Ctrl+K and an agent’s tab another', async () => {
  using run = testConsole();
  const { agentId, submitted } = await observing(run);
  const { findings, rectification } = run.client;
  await submitted(['3.5-1']);
  const [observed] = (await findings.list()).rows;
  const byHand = await findings.record(finding(agentId, { class: 'process' }));
  const more = await findings.record(finding(agentId));
  const plan = (title: string, findingId: string, deadline: string) =>
    rectification.plan({ ...PLAN, title, findingIds: [findingId], deadline, follows: null });
  const { id: first } = await plan('资料交接', observed!.id, '2026-07-20');
  run.advance(1000);
  const { id: second } = await plan('回访记录', byHand.id, '2026-07-05');
  run.advance(1000);
  await rectification.join({ id: second, findingIds: [more.id] });
  run.advance(6 * DAY);
  await run.signInAs('zhao', ['supervisor']);
  const listed = async (asked: Parameters<typeof rectification.list>[0]) =>
    (await rectification.list(asked)).rows.map(({ id }) => id);
  const all = await rectification.list();
  expect(all.rows.map(({ id, daysOverdue }) => [id, daysOverdue])).toEqual([
    [second, 2],
    [first, 0],
  ]);
  expect(all).toMatchObject({ total: 2, teams: ['一组'], agents: [{ id: agentId, name: '李四', number: 'A0012' }] });
  expect(await listed({ classes: ['process'] })).toEqual([second]);
  expect(await listed({ sources: ['observation'] })).toEqual([first]);
  expect(await listed({ states: ['closed'] })).toEqual([]);
  expect(await listed({ agentIds: [agentId], teams: ['一组'], text: '交接 李四' })).toEqual([first]);
  expect(await listed({ limit: 1, offset: 1 })).toEqual([first]);
  expect(await rectification.find({ text: 'a0012' })).toMatchObject([{ id: second }, { id: first }]);
  expect(await rectification.find({ text: '没有' })).toEqual([]);
  const own = await rectification.ofAgent({ agentId });
  expect(own.rectifications.map(({ id }) => id)).toEqual([second, first]);
  expect(own.findings).toHaveLength(3);
  expect((await rectification.joinable({ agentId })).map(({ id }) => id)).toEqual([second, first]);

  const { moves, findingRows } = await rectification.get({ id: second });
  expect(moves.map(({ move, findings: joined }) => [move, joined])).toEqual([
    ['plan', 1],
    ['join', 1],
  ]);
  expect(findingRows.map(({ id }) => id).sort()).toEqual([byHand.id, more.id].sort());
  expect((await findings.get({ id: more.id })).history.map(({ action }) => action)).toContain('finding.joined');
  expect(await findings.openOf({ agentId })).toEqual([]);
  await rectification.start({ id: second });
  await rectification.submit({ id: second, done: '已补' });
  expect((await rectification.joinable({ agentId })).map(({ id }) => id)).toEqual([first]);
  const rest = await findings.record(finding(agentId, { occurredAt: '2026-07-06T01:00:00.000Z' }));
  expect((await findings.openOf({ agentId })).map(({ id }) => id)).toEqual([rest.id]);
  await expect(rectification.join({ id: second, findingIds: [rest.id] })).rejects.toEqual(
    refusal('rectificationMoveRefused'),
  );
});

test('what is read for one agent walks over the problem records of everybody', async () => {
  using run = testConsole();
  await run.setUp();
  const plan = run.console.store.read.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN SELECT * FROM inspection_finding f WHERE f.agent_id = 'a' AND +f.source = 'record'`,
  );
  expect(plan.map(({ detail }) => detail).join()).toContain('inspection_finding_agent');
});
