// A console with a branch of agents observed in July 2026, ready to be assessed in August, through the contract.
import type { ResultRow } from '../../shared/contract/assessment.ts';
import { CHOICES, isFailing } from '../../shared/domain/observation/scale.ts';
import { ADMIN, drain, PASSWORD, type TestConsole } from './console.ts';
import { CONTEXT, FULL_FINDING, observing, PHOTO } from './observing.ts';

export const JULY = { kind: 'month' as const, start: '2026-07-01' };
const DAY = 86_400_000;

export interface Assessing {
  readonly branchId: string;
  readonly agentIds: readonly string[];
  /** A submitted session of the nth agent, with the named criteria failing; returns its id and red lines. */
  readonly observe: (agent: number, failing?: readonly string[]) => Promise<{ id: string; redLineIds: string[] }>;
  /** Opens July's assessment and computes a result. */
  readonly compute: (reason?: string | null) => Promise<{ id: string; resultId: string }>;
  readonly rows: (resultId: string) => Promise<ResultRow[]>;
  /** Confirms a red line as the manager of the first run. */
  readonly confirm: (id: string, redLineId: string) => Promise<void>;
}

/** Adds `agents` people; the assessor zhao, a supervisor, is at the console afterwards. */
export async function assessing(run: TestConsole, agents = 4): Promise<Assessing> {
  const { branchId } = await observing(run);
  const people: { id: string; name: string; number: string }[] = [];
  for (let index = 0; index < agents; index += 1) {
    const [name, number] = [`人员${index}`, `B${String(index).padStart(4, '0')}`];
    const { id } = await run.client.agents.add({
      ...{ number, name, gender: null, licence: null, engagement: 'agency', hiredOn: '2020-03-01', status: 'active' },
      ...{ phone: null, branchId, team: '二组', fromDay: '2020-03-01' },
    });
    people.push({ id, name, number });
  }
  const { observation, assessment } = run.client;
  const observe: Assessing['observe'] = async (agent, failing = []) => {
    const person = people[agent]!;
    // An hour later the screen has locked itself.
    run.advance(3_600_000);
    await run.signInAs('zhao', ['supervisor']);
    const begun = { agentId: person.id, context: CONTEXT, noticeConfirmed: true, serviceAt: null };
    const record = await observation.start(begun);
    const { id } = record;
    for (const { code, scale, evidence } of record.standard?.criteria ?? []) {
      const fails = failing.includes(code);
      const choice = CHOICES[scale].find((one) => isFailing(scale, one.value) === fails)!;
      const value = fails ? 0 : Math.max(choice.value, 1);
      const answer = { kind: 'scored' as const, value, redLineConfirmed: true };
      await observation.answer({ id, criterion: code, answer, position: null });
      if (fails) await observation.finding({ id, criterion: code, fields: FULL_FINDING });
      if (evidence === 'always' || (fails && evidence === 'onFailing'))
        await observation.addEvidence({ id, criterion: code, caption: '', consent: true, jpeg: PHOTO });
    }
    await observation.signAssessor({ id, password: PASSWORD });
    const { name, number: employeeNumber } = person;
    const signature = { means: 'typed' as const, attitude: 'agree' as const, words: '', name, employeeNumber };
    await observation.signAgent({ id, signature });
    const { redLines } = await observation.submit({ id });
    return { id, redLineIds: redLines.map((line) => line.id) };
  };
  return {
    branchId,
    agentIds: people.map(({ id }) => id),
    observe,
    compute: async (reason = null) => {
      const { id } = await assessment.open({ branchId, ...JULY });
      const { result } = await drain(await assessment.compute({ id, reason }));
      return { id, resultId: result.resultId };
    },
    rows: (resultId) => assessment.rows({ resultId }),
    confirm: async (id, redLineId) => {
      await run.signInAs(ADMIN, ['manager']);
      await observation.redLineStatement({ id, redLineId, statement: '无异议' });
      await observation.decideRedLine({ id, redLineId, confirmed: true, reason: '属实' });
    },
  };
}

/** From the first of July to the fifth of August 2026, with the supervisor at the console. */
export async function toAugust(run: TestConsole): Promise<void> {
  run.advance(35 * DAY);
  await run.signInAs('zhao', ['supervisor']);
}
