// Complaints through the contract, step by step: the supervisor zhao handles, the manager of the first run reviews and decides.
import type { ComplaintFields } from '../../shared/contract/complaint.ts';
import type { LetterParts } from '../../shared/contract/complaintRecord.ts';
import {
  COMPLAINT_STATES,
  INQUIRY_DEPARTMENTS,
  MEASURES_OF,
  REVIEW_DEPARTMENTS,
  type ComplaintState,
  type Conclusion,
  type InquiryDepartment,
  type ReviewDepartment,
} from '../../shared/contract/complaintWords.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { ADMIN, type TestConsole } from './console.ts';

export const LETTER: LetterParts = {
  verified: '经调阅保全记录与访谈，客户所述等待时间属实。',
  basis: '依据服务承诺与本公司服务标准 2.3.1，回访应在三个工作日内完成。',
  remedies: '为您补办回访并说明条款，减免一次保全手续费。',
  reexamination: '如不同意本答复，可自收到之日起 30 日内向上级机构申请核查。',
  measures: '补办回访，重新说明条款。',
  time: '五个工作日内完成。',
  owner: '客户服务部 周敏',
  followUp: '一个月后电话回访满意度。',
};

/** Colleagues of the departments who have no account. */
export const INQUIRERS: Readonly<Record<InquiryDepartment, string>> = {
  ...{ customerService: '吴悦', agentDepartment: '何清', internalAudit: '许岚' },
};
export const REVIEWERS: Readonly<Record<ReviewDepartment, string>> = {
  ...{ customerService: '孟洁', businessManagement: '石岩', audit: '邵宁' },
};

export interface Complaining {
  readonly handlerId: string;
  readonly managerId: string;
  readonly asHandler: () => Promise<unknown>;
  readonly asManager: () => Promise<unknown>;
  readonly register: (over?: Partial<ComplaintFields>, joinToId?: string | null) => Promise<string>;
  /** Takes a case on, from wherever it is, until it is in the state. */
  readonly until: (id: string, state: ComplaintState, conclusion?: Conclusion) => Promise<void>;
  readonly seen: (id: string) => Promise<{ id: string; revision: number }>;
  /** A review with one department against it, which sends the case back. */
  readonly sendBack: (id: string) => Promise<void>;
}

/** The handler is at the console afterwards. */
export async function complaining(run: TestConsole, agentId: string): Promise<Complaining> {
  const { complaint } = run.client;
  const managerId = await run.signInAs(ADMIN, ['administrator', 'manager']);
  const handlerId = await run.signInAs('zhao', ['supervisor']);
  const asHandler = () => run.signInAs('zhao', ['supervisor']);
  const asManager = () => run.signInAs(ADMIN, ['administrator', 'manager']);
  const iso = (before = 0) => new Date(run.now() - before).toISOString();
  const seen: Complaining['seen'] = async (id) => {
    const { revision } = await complaint.get({ id });
    return { id, revision };
  };
  const register: Complaining['register'] = async (over = {}, joinToId = null) => {
    const fields: ComplaintFields = {
      ...{ channel: 'phone', receivedAt: iso(), content: '业务员承诺的回访一直没有进行，等了两周。' },
      people: [{ name: '孙女士', contact: '13912345678' }],
      ...{ category: 'quality', subclass: 'efficiency', agentId, branchId: null, subjectIds: [] },
      ...over,
    };
    return (await complaint.register({ ...fields, joinToId })).id;
  };
  const verdicts = async (id: string, against: boolean) => {
    for (const department of REVIEW_DEPARTMENTS) {
      const reasonable = !(against && department === 'audit');
      await complaint.giveVerdict({
        ...(await seen(id)),
        ...{ department, by: REVIEWERS[department], reasonable, byRules: true, rightsKept: true },
        remark: reasonable ? '' : '补偿与损失不相称。',
      });
    }
  };
  const notify = async (id: string, kind: 'answer' | 'review') => {
    const { people } = await complaint.get({ id });
    for (const complaintId of new Set(people.map((one) => one.complaintId)))
      await complaint.addNotice({
        ...(await seen(id)),
        ...{ kind, complaintId, way: 'registeredMail', at: iso(), proof: '挂号信 XA 4512', fileId: null },
      });
  };
  const steps: Readonly<Record<Exclude<ComplaintState, 'received'>, (id: string, is: Conclusion) => Promise<unknown>>> =
    {
      accepted: async (id) => complaint.accept({ ...(await seen(id)), handlerId, noInterest: true }),
      classified: async (id) => {
        const { category, subclass, agentId: agent, branchId } = await complaint.get({ id });
        const named = { category, subclass, agentId: agent, branchId };
        return complaint.classify({ ...(await seen(id)), ...named, element: 'service' });
      },
      investigated: async (id) => {
        const evidence = { caption: '双录编号 SL-2026-118：检查结果无异常' };
        const { file, ...after } = await complaint.addReference({ ...(await seen(id)), ...evidence });
        let now = after;
        for (const department of INQUIRY_DEPARTMENTS)
          now = await complaint.addInquiry({
            ...now,
            ...{
              department,
              method: 'documents',
              at: iso(),
              by: INQUIRERS[department],
              finding: '回访没有登记。',
              fileIds: [file.id],
            },
          });
        return complaint.investigate({ ...now, findings: '业务员没有按期回访。', cause: 'process' });
      },
      handled: async (id, conclusion) => {
        const { category } = await complaint.get({ id });
        const dueOn = dayOf(run.now() + 5 * 86_400_000, 'Asia/Shanghai');
        const measure = { kind: MEASURES_OF[category][0]!, words: '补办回访', owner: '周敏', dueOn };
        const measures = conclusion === 'notUpheld' ? [] : [measure];
        return complaint.handle({ ...(await seen(id)), conclusion, basis: '服务标准 2.3.1', measures });
      },
      answered: async (id) => {
        await complaint.saveLetter({ ...(await seen(id)), letter: LETTER });
        return complaint.answer(await seen(id));
      },
      reviewed: async (id) => {
        await notify(id, 'answer');
        await asManager();
        await verdicts(id, false);
        await complaint.review({ ...(await seen(id)), remark: '结果合理，程序合规，权益得到保障。' });
        return asHandler();
      },
      archived: async (id) => {
        await notify(id, 'review');
        return complaint.archive(await seen(id));
      },
    };
  return {
    ...{ handlerId, managerId, asHandler, asManager, register, seen },
    until: async (id, state, conclusion = 'ordinary') => {
      await asHandler();
      const from = COMPLAINT_STATES.indexOf((await complaint.get({ id })).state);
      for (const next of COMPLAINT_STATES.slice(from + 1, COMPLAINT_STATES.indexOf(state) + 1))
        if (next !== 'received') await steps[next](id, conclusion);
    },
    sendBack: async (id) => {
      await asHandler();
      await notify(id, 'answer');
      await asManager();
      await verdicts(id, true);
      await complaint.sendBack({ ...(await seen(id)), reason: '补偿与损失不相称，请重新处理。' });
      await asHandler();
    },
  };
}
