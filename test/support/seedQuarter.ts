// The last quarter of a branch, from its sampling plan to sessions of every agent, through the contract; and a session of that
// quarter that is entered late.
import { join } from 'node:path';
import { dayOf, periodOf, shiftPeriod, startOfDay } from '../../shared/domain/time.ts';
import { builtInStandard } from '../../shared/standard/builtIn.ts';
import { assessing } from './assessing.ts';
import { ADMIN, drain, testConsole, PASSWORD, type TestConsole } from './console.ts';
import { answerItems, CONTEXT } from './observing.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;

export interface SeededQuarter {
  readonly start: string;
  readonly branchId: string;
  readonly planId: string;
  /** 人员0 to 人员3, the better the lower the number. */
  readonly agentIds: readonly string[];
}

interface Person {
  readonly name: string;
  readonly number: string;
}

/** Answers, signs and submits a session that has been started. */
async function finish(
  run: TestConsole,
  record: Parameters<typeof answerItems>[1],
  { name, number }: Person,
  failing: readonly string[] = [],
) {
  const { observation } = run.client;
  const { id } = record;
  await answerItems(run, record, failing);
  await observation.signAssessor({ id, password: PASSWORD });
  const signature = { means: 'typed' as const, attitude: 'agree' as const, words: '', name, employeeNumber: number };
  await observation.signAgent({ id, signature });
  await observation.submit({ id });
}

const plain = builtInStandard.criteria
  .filter(({ code, redLine }) => !redLine && code.startsWith('3.'))
  .map(({ code }) => code);
/** What fails in the second session of each agent: nothing, then more and more. */
const FAILING = [0, 4, 8, 12].map((many) => plain.slice(0, many));

/** Too little for a grade of a quarter. */
const ONCE = '李四';

/** Five agents are drawn and observed by plan, 李四 once alone; the others once more afterwards. Leaves the handler qian with an account. */
export async function seedQuarter(userData: string): Promise<SeededQuarter> {
  const { start } = shiftPeriod('quarter', periodOf('quarter', dayOf(Date.now(), ZONE)).start, -1);
  const startsAt = new Date(startOfDay(start, ZONE) + 9 * HOUR).toISOString();
  using run = testConsole({ folder: join(userData, 'data'), startsAt });
  const { branchId, agentIds, observe } = await assessing(run, FAILING.length);
  const assessorId = await run.signInAs('zhao', ['supervisor']);
  await run.signInAs('qian', ['supervisor']);
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  const { plan, observation } = run.client;
  const { result } = await drain(
    await plan.draw({
      ...{ branchId, kind: 'quarter', start, goal: 1, capacity: 5, assessorIds: [assessorId], seed: '季度抽样' },
      context: { kind: 'enquiry', occasion: 'reception', setting: 'office' },
    }),
  );
  await plan.enforce(result);
  const draws = (await plan.get(result)).all.toSorted((a, b) => a.day.localeCompare(b.day));
  const seen = new Set<string>();
  for (const { day, observationId, agentName: name, employeeNumber: number } of draws) {
    if (name === ONCE && seen.has(name)) continue;
    seen.add(name);
    run.advance(Math.max(HOUR, startOfDay(day, ZONE) + 10 * HOUR - run.now()));
    await run.signInAs('zhao', ['supervisor']);
    const given = { context: CONTEXT, noticeConfirmed: true, serviceAt: null };
    await finish(run, await observation.startPlanned({ id: observationId!, ...given }), { name, number });
  }
  for (const [agent, failing] of FAILING.entries()) await observe(agent, failing);
  return { start, branchId, planId: result.id, agentIds };
}

/** A session on the quarter's first afternoon, entered today. */
export async function enterLate(userData: string, { start, agentIds }: SeededQuarter): Promise<void> {
  using run = testConsole({ folder: join(userData, 'data'), startsAt: new Date().toISOString() });
  await run.signInAs('zhao', ['supervisor']);
  const record = await run.client.observation.start({
    ...{ agentId: agentIds[0]!, context: CONTEXT, noticeConfirmed: true },
    serviceAt: new Date(startOfDay(start, ZONE) + 14 * HOUR).toISOString(),
  });
  await finish(run, record, { name: '人员0', number: 'B0000' });
}
