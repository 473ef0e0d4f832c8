// 问题清单 of the workbook against the ledger of findings. Would catch: a source left out, a finding listed twice or without its photos,
// severity or what became of it, the number of a survey or case that is another's, a complainant or a client's number in the words.
import { expect, it } from 'vitest';
import { writeReport } from '../../electron/excel/report/write.ts';
import { findingsBetween } from '../../electron/features/findings/ledger.ts';
import { reportDataset } from '../../electron/features/report/dataset.ts';
import { LEDGER_SOURCES } from '../../shared/contract/findings.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { complaining } from '../support/complaining.ts';
import { testConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';
import { cellsOf } from '../support/recalculated.ts';
import { finding, PLAN } from '../support/rectifying.ts';
import { seedInspections } from '../support/seedInspections.ts';
import { seedSurveys } from '../support/seedSurveys.ts';
import { tempDir } from '../support/tempDir.ts';

const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01' } as const;

it('lists every finding of the six sources with what the ledger says of it, and nobody who complained', async () => {
  using run = testConsole();
  using dir = tempDir();
  const { agentId, branchId, submitted } = await observing(run);
  await submitted(['3.4-1', '3.5-1']);
  await seedInspections(run, agentId);
  await seedSurveys(run, agentId);
  const here = await complaining(run, agentId);
  const first = await here.register();
  await here.register({ people: [{ name: '冯晓梅', contact: '021-62345678' }] }, first);
  const { findings, rectification, survey } = run.client;
  const answered = (await survey.list({ agentId })).rows.find(({ state }) => state === 'counted')!;
  const words = '孙女士与冯女士都说没有回音，冯女士留了 021 6234 5678 和 fx@example.com';
  await findings.record(
    finding(agentId, { source: 'complaint', sourceId: first, description: words, severity: 'serious' }),
  );
  await findings.record(finding(agentId, { source: 'survey', sourceId: answered.id, criterion: null, clause: '3.4' }));
  const byHand = await findings.record(finding(agentId, { description: '客户 139-1234-5678 无人回电' }));
  await rectification.plan({ ...PLAN, deadline: '2026-07-20', follows: null, findingIds: [byHand.id] });
  run.advance(86_400_000);

  const db = run.console.store.read;
  const choice = { branchId, period: JULY, language: 'zh-CN', timeZone: 'Asia/Shanghai', now: run.now() } as const;
  const task = { signal: new AbortController().signal, onProgress: () => undefined };
  const data = reportDataset(db, { ...choice, exportedBy: 'zhao', masking: { masked: true } }, task);
  const ledger = findingsBetween(db, [agentId], windowOf({ ...JULY, timeZone: choice.timeZone }, run.now()));
  const said = (one: { source: string; criterion: string | null }, filed: object | null) => ({
    ...{ source: one.source, criterion: one.criterion ?? '', filed },
  });
  const byKey = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
  expect(data.findings.map((one) => said(one, one.filed)).toSorted(byKey)).toEqual(
    ledger
      .map((one) => said(one, { severity: one.severity, element: one.element, status: one.status, photos: one.photos }))
      .toSorted(byKey),
  );
  expect(new Set(data.findings.map(({ source }) => source))).toEqual(new Set(LEDGER_SOURCES));
  expect(Math.max(...data.findings.map(({ filed }) => filed?.photos ?? 0))).toBeGreaterThan(0);
  expect(data.findings.filter(({ filed }) => filed?.status === 'inRectification')).toHaveLength(1);
  await run.signInAs('zhao', ['supervisor']);
  const { number } = await run.client.complaint.get({ id: first });
  expect(data.findings.find(({ source }) => source === 'complaint')).toMatchObject({
    session: number,
    description: '孙**与冯**都说没有回音，冯**留了 021****5678 和 ****',
  });
  const survived = data.findings.find(({ source }) => source === 'survey')!;
  expect(data.evidence.surveys.map((one) => one.number)).toContain(survived.session);

  await writeReport(data, dir.file('r.xlsx'));
  const cells = await cellsOf(dir.file('r.xlsx'));
  const column = (letter: string) => [...cells].filter(([at]) => new RegExp(`^问题清单!${letter}\\d+$`).test(at));
  expect(new Set(column('B').map(([, { value }]) => value))).toEqual(
    new Set(['来源', '现场观察', '服务记录', '日常巡查', '满意度', '投诉', '手工登记']),
  );
  const all = [...cells.values()].map(({ value }) => String(value)).join('\n');
  for (const secret of ['孙女士', '冯晓梅', '冯女士', '6234', '139-1234', 'example.com'])
    expect(all).not.toContain(secret);
});
