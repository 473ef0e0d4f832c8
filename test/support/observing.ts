// A console with a branch, an agent and an assessor, and the steps of an observation through the contract.
import { expect } from 'vitest';
import type { ObservationRecord, ServiceContext } from '../../shared/contract/observationRecord.ts';
import { CHOICES, isFailing } from '../../shared/domain/observation/scale.ts';
import { ADMIN, PASSWORD, type TestConsole } from './console.ts';
import { baselineJpeg } from './pictures.ts';

export const CONTEXT: ServiceContext = {
  kind: 'sale',
  occasion: 'negotiation',
  setting: 'meetingRoom',
  place: '三号洽谈室',
  client: '王小明 13812345678',
};

export interface Observing {
  readonly branchId: string;
  readonly agentId: string;
  readonly assessorId: string;
  readonly start: (given?: { serviceAt?: string | null; noticeConfirmed?: boolean }) => Promise<ObservationRecord>;
  /** Answers all items, the named ones failing, each with its problem record and photo. */
  readonly answerAll: (record: ObservationRecord, failing?: readonly string[]) => Promise<void>;
  readonly sign: (id: string) => Promise<void>;
  /** From start to submission. */
  readonly submitted: (failing?: readonly string[]) => Promise<ObservationRecord>;
}

/** Answers all items of a session, the named ones failing, each with its problem record and photo. */
export async function answerItems(
  run: TestConsole,
  record: ObservationRecord,
  failing: readonly string[] = [],
): Promise<void> {
  const { observation } = run.client;
  const { id } = record;
  for (const criterion of record.standard?.criteria ?? []) {
    const { code, scale } = criterion;
    const fails = failing.includes(code);
    const value = CHOICES[scale].find((choice) => isFailing(scale, choice.value) === fails)!.value;
    const answer = { kind: 'scored' as const, value: fails ? 0 : Math.max(value, 1), redLineConfirmed: true };
    await observation.answer({ id, criterion: code, answer, position: null });
    if (fails) await observation.finding({ id, criterion: code, fields: FULL_FINDING });
    if (criterion.evidence === 'always' || (fails && criterion.evidence === 'onFailing'))
      await observation.addEvidence({ id, criterion: code, caption: '', consent: true, jpeg: PHOTO });
  }
}

/** Both sign: the person at the console as the assessor, and the agent of `observing`. */
export async function signed({ client: { observation } }: TestConsole, id: string): Promise<void> {
  await observation.signAssessor({ id, password: PASSWORD });
  const signature = { means: 'typed' as const, attitude: 'agree' as const, words: '' };
  await observation.signAgent({ id, signature: { ...signature, name: '李四', employeeNumber: 'a0012' } });
}

/** Signs a supervisor named zhao in as the assessor. */
export async function observing(run: TestConsole): Promise<Observing> {
  const { branchId } = await run.setUp();
  const agent = await run.client.agents.add({
    number: 'A0012',
    name: '李四',
    gender: 'female',
    licence: null,
    engagement: 'agency',
    hiredOn: '2020-03-01',
    status: 'active',
    phone: null,
    branchId,
    team: '一组',
    fromDay: '2020-03-01',
  });
  const assessorId = await run.signInAs('zhao', ['supervisor']);
  const { observation } = run.client;
  const start: Observing['start'] = (given = {}) =>
    observation.start({ agentId: agent.id, context: CONTEXT, noticeConfirmed: true, serviceAt: null, ...given });
  const answerAll: Observing['answerAll'] = (record, failing) => answerItems(run, record, failing);
  const sign: Observing['sign'] = (id) => signed(run, id);
  return {
    branchId,
    agentId: agent.id,
    assessorId,
    start,
    answerAll,
    sign,
    submitted: async (failing) => {
      const record = await start();
      await answerAll(record, failing);
      await sign(record.id);
      return observation.submit({ id: record.id });
    },
  };
}

export const PHOTO = baselineJpeg().toString('base64');

export const FULL_FINDING = {
  occurredAt: '2026-07-01T00:50:00.000Z',
  place: '三号洽谈室',
  serviceContent: '产品介绍',
  description: '未说明免责条款',
  scopeOfImpact: '一名客户',
  class: 'content' as const,
};

/** A typed error with this reason. */
export const refusal = (reason: string, params?: object): unknown =>
  expect.objectContaining({ data: expect.objectContaining({ reason, ...(params ? { params } : {}) }) as unknown });

/** Puts the manager of the first run at the console. */
export const asAdmin = (run: TestConsole): Promise<string> => run.signInAs(ADMIN, ['manager']);
