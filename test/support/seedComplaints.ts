// One complaint in every state, one sent back, one joined, one withdrawn and one with a paused clock, as a branch's month leaves them.
import { COMPLAINT_STATES, type ComplaintState } from '../../shared/contract/complaintWords.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { complaining } from './complaining.ts';
import type { TestConsole } from './console.ts';

export interface SeededComplaints {
  /** A case in each state. */
  readonly byState: Readonly<Record<ComplaintState, string>>;
  /** In its second round, answered. */
  readonly sentBack: string;
  /** With a complex term, an open pause and an interest declared; classified. */
  readonly paused: string;
  readonly joined: string;
  readonly withdrawn: string;
}

const DAY = 86_400_000;

/** Registered up to twelve days ago and worked on now; the supervisor zhao is at the console afterwards. */
export async function seedComplaints(run: TestConsole, agentId: string): Promise<SeededComplaints> {
  const here = await complaining(run, agentId);
  const { complaint } = run.client;
  const received = (days: number) => ({ receivedAt: new Date(run.now() - days * DAY).toISOString() });
  const byState: Partial<Record<ComplaintState, string>> = {};
  for (const [index, state] of COMPLAINT_STATES.entries()) {
    const id = await here.register({
      ...received(index === 0 ? 0.5 : index * 1.4),
      channel: (['phone', 'mail', 'online', 'onSite'] as const)[index % 4]!,
      people: [{ name: `客户${'甲乙丙丁戊己庚辛'[index]!}`, contact: `1390000${String(1000 + index)}` }],
      content: `第 ${index + 1} 件：柜面等候时间长，说明的保障范围与条款不一致，希望重新说明并书面答复。`,
    });
    await here.until(id, state, index % 2 === 0 ? 'minor' : 'notUpheld');
    byState[state] = id;
  }
  const sentBack = await here.register({
    ...received(9),
    people: [{ name: '郑先生', contact: 'zheng@example.com' }],
    ...{ category: 'attitude', subclass: null, content: '业务员在电话中语气生硬，多次打断客户说话。' },
  });
  await here.until(sentBack, 'answered', 'notUpheld');
  await here.sendBack(sentBack);
  await here.until(sentBack, 'answered', 'ordinary');
  const paused = await here.register({
    ...received(6),
    people: Array.from({ length: 21 }, (_, at) => ({ name: `联名客户${at + 1}`, contact: '' })),
    ...{ category: 'content', subclass: null, content: '多名客户反映说明会上没有讲明犹豫期与退保损失。' },
  });
  await here.until(paused, 'classified');
  const day = dayOf(run.now(), 'Asia/Shanghai');
  await complaint.pause({ ...(await here.seen(paused)), kind: 'appraisal', from: day, reason: '签名笔迹送鉴定' });
  await here.asManager();
  await complaint.markComplex({ ...(await here.seen(paused)), reason: '涉及多名客户，需逐一核实' });
  await here.asHandler();
  const joined = await here.register(
    { ...received(1), channel: 'online', people: [{ name: '冯女士', contact: '13700002222' }] },
    byState.investigated,
  );
  const withdrawn = await here.register({ ...received(2), people: [{ name: '陈先生', contact: '13600003333' }] });
  await here.until(withdrawn, 'accepted');
  await complaint.withdraw({
    ...(await here.seen(withdrawn)),
    ...{ way: 'inPerson', at: new Date(run.now()).toISOString(), proof: '本人签字的撤诉书', fileId: null },
  });
  return { byState: byState as SeededComplaints['byState'], sentBack, paused, joined, withdrawn };
}
