// Service-record reviews and patrols in each state for the end-to-end tests, through the contract. The person at the
// console is their reviewer and patroller.
import { addDays } from '../../shared/domain/time.ts';
import type { TestConsole } from './console.ts';
import { FULL_FINDING, PHOTO } from './observing.ts';

export interface SeededInspections {
  /** A sample that is being registered, and one that was drawn with a replaced record. */
  readonly registering: string;
  readonly drawn: string;
  /** Reviews of the drawn one: submitted with a red line, and one in progress. */
  readonly reviewed: string;
  readonly reviewing: string;
  readonly patrolled: string;
  readonly patrolling: string;
}

const RED_LINE = '2.5.1-5';

export async function seedInspections(run: TestConsole, agentId: string): Promise<SeededInspections> {
  const { records, patrol } = run.client;
  const to = addDays(new Date(run.now()).toISOString().slice(0, 10), -1);
  const from = addDays(to, -30);
  const kinds = ['claim', 'sale', 'returnVisit'] as const;
  const rows = Array.from({ length: 12 }, (_, at) => ({
    reference: `F-${String(at + 1).padStart(3, '0')}`,
    day: addDays(from, at * 2),
    kind: kinds[at % kinds.length]!,
    client: '王小明 13812345678',
  }));
  const { id: registering } = await records.begin({ agentId, from, to });
  await records.addRows({ id: registering, rows });
  const { id: drawn } = await records.begin({ agentId, from, to });
  await records.addRows({ id: drawn, rows });
  const sample = await records.draw({ id: drawn, size: 4, seed: '2026-07' });
  await records.replace({ id: drawn, drawId: sample.draws[3]!.id, reason: '档案外借' });
  const review = await records.startReview({ id: drawn, drawId: sample.draws[0]!.id });
  for (const { code } of review.standard.criteria) {
    const fails = code === RED_LINE || code === '2.3.3-7';
    const verdict = fails ? 'failed' : 'passed';
    await records.check({ id: review.id, criterion: code, verdict, redLineConfirmed: true });
    if (fails) await records.finding({ id: review.id, criterion: code, fields: FULL_FINDING });
  }
  const photo = { caption: '', consent: true, jpeg: PHOTO };
  await records.addPhoto({ ...photo, id: review.id, criterion: RED_LINE, caption: '档案封面与签字页' });
  await records.submit({ id: review.id });
  const { id: reviewing } = await records.startReview({ id: drawn, drawId: sample.draws[1]!.id });
  await records.check({ id: reviewing, criterion: '2.5.1-1', verdict: 'passed' });
  await records.check({ id: reviewing, criterion: '2.5.1-2', verdict: 'failed' });
  await records.finding({ id: reviewing, criterion: '2.5.1-2', fields: { ...FULL_FINDING, scopeOfImpact: '' } });
  await records.addPhoto({ ...photo, id: reviewing, criterion: '2.5.1-2' });
  const { criteria } = await patrol.choice({ branchId: null });
  const start = async (place: string): Promise<string> => {
    const { id } = await patrol.start({
      place,
      at: null,
      agentIds: [agentId],
      criteria: criteria.map(({ code }) => code),
    });
    for (const [at, { code }] of criteria.slice(0, 6).entries())
      await patrol.cell({
        id,
        agentId,
        criterion: code,
        verdict: at === 2 ? 'failed' : 'passed',
        redLineConfirmed: true,
      });
    await patrol.finding({ id, agentId, criterion: criteria[2]!.code, fields: FULL_FINDING });
    await patrol.addPhoto({ ...photo, id, agentId, criterion: criteria[2]!.code, caption: '现场' });
    return id;
  };
  const patrolled = await start('一楼职场');
  await patrol.submit({ id: patrolled });
  const patrolling = await start('二楼接待区');
  return { registering, drawn, reviewed: review.id, reviewing, patrolled, patrolling };
}
