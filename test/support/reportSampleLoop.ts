// The closed loop of the sample report, and the same as the engine takes it: deadlines met, missed and still to come,
// verifications at the very moment of reckoning, complaints of every conclusion, training in full, in part and not at all.
import { LIMITS } from '../../shared/contract/complaintClocks.ts';
import { CONCLUSIONS } from '../../shared/contract/complaintWords.ts';
import type { Evidence } from '../../shared/domain/scoring/evidence.ts';
import type {
  Kept,
  ReportComplaint,
  ReportLoop,
  ReportRectification,
  ReportStatistics,
  ReportTraining,
} from '../../electron/excel/report/loopData.ts';

const MOMENT = '2026-10-01T00:00:00';
const MONTHS = 9;

interface AgentLoop {
  readonly rectifications: readonly ReportRectification[];
  readonly complaints: readonly ReportComplaint[];
  readonly trainings: readonly ReportTraining[];
  /** Null: no training records kept. */
  readonly months: number | null;
}

export function sampleLoop(employeeNumber: string, a: number, next: () => number): AgentLoop {
  const chance = (share: number): boolean => next() < share;
  const count = (every: number, at: number, most: number): number[] =>
    a % every === at ? Array.from({ length: 1 + Math.floor(next() * most) }, (_, index) => index) : [];
  const own = { employeeNumber };
  const kept = (): Kept => (chance(0.2) ? null : chance(0.7));
  return {
    rectifications: count(3, 1, 8).map((index) => ({
      ...own,
      number: `${employeeNumber}-Z${index}`,
      title: '等待期说明补课',
      sources: '现场观察',
      classes: '内容',
      criteria: '2.1-3',
      severity: '一般',
      findings: 1,
      rootCause: '话术没有更新',
      measures: '=补课一次，复查两次',
      owner: '周评估',
      plannedOn: '2026-07-10',
      firstDeadline: '2026-07-31',
      // The last ends with the period: reckoned at its very midnight.
      deadline: ['2026-06-30', '2026-07-31', '2026-09-30', '2026-10-01'][index % 4]!,
      extensions: index % 4 === 0 ? 0 : 1,
      submittedAt: null,
      verifiedAt: chance(0.5) ? null : ['2026-09-30T23:59:59', MOMENT, '2026-10-01T00:00:00.001'][index % 3]!,
      verifiedBy: '',
      effect: '',
      state: '整改中',
      owes: index !== 5,
    })),
    complaints: count(4, 2, 5).map((index) => {
      const conclusion = index % 5 === 4 ? null : CONCLUSIONS[Math.floor(next() * CONCLUSIONS.length)]!;
      return {
        ...own,
        number: `${employeeNumber}-T${index}`,
        agentName: '王小明',
        branch: '示范分公司',
        team: a % 8 === 2 ? '营销*一部' : '未分团队',
        // The first and the last instant of a month.
        receivedAt: ['2026-08-01T00:00:00.000', '2026-07-31T23:59:59.999', '2026-09-03T09:12:00'][index % 3]!,
        channel: '电话',
        complainant: '王**',
        complainants: index === 3 ? 23 : 1,
        major: index === 3,
        category: chance(0.5) ? '服务质量' : '服务态度',
        subclass: chance(0.5) ? '态度' : '',
        content: '答复与条款不符',
        handler: '林督导',
        state: index === 1 ? '撤诉归档' : '归档',
        withdrawn: index === 1,
        conclusion,
        cause: chance(0.5) ? '沟通' : '',
        rounds: 1,
        repeat: chance(0.3),
        kept: Object.fromEntries(LIMITS.map((limit) => [limit, kept()])) as ReportComplaint['kept'],
        archiveNumber: '',
        joinedTo: index === 2 ? `${employeeNumber}-T1` : '',
        received: chance(0.8),
        counts: conclusion !== null && conclusion !== 'notUpheld' && chance(0.8),
      };
    }),
    trainings:
      a % 2 === 0
        ? count(4, 0, 4).map((index) => ({
            ...own,
            number: `${employeeNumber}-P${index}`,
            day: '2026-03-12',
            title: '条款说明',
            content: '产品知识',
            form: '讲授',
            hours: 1.25 + index * 2.1,
            trainer: '',
            theory: '86%',
            practical: '41/50',
            conduct: '良好',
            satisfaction: '',
            remark: '',
          }))
        : [],
    months: a % 2 === 0 ? (a % 8 === 6 ? 0 : MONTHS) : null,
  };
}

const instant = (civil: string): number => Date.parse(`${civil}+08:00`);

export const engineLoop = ({ rectifications, complaints, trainings, months }: AgentLoop): Partial<Evidence> => ({
  rectifications: rectifications
    .filter(({ owes }) => owes)
    .map(({ number, deadline, verifiedAt }) => ({
      id: number,
      deadline,
      verifiedAt: verifiedAt === null ? null : instant(verifiedAt),
    })),
  complaints: complaints.flatMap(({ number, receivedAt, conclusion, counts }) =>
    counts ? [{ id: number, at: instant(receivedAt), upheld: conclusion === 'notUpheld' ? null : conclusion }] : [],
  ),
  training: months === null ? null : { hours: trainings.reduce((sum, { hours }) => sum + hours, 0), months },
});

/** Bases that are missing and smaller than the count too. */
function sampleStatistics(complaints: readonly ReportComplaint[]): ReportStatistics {
  const bases = { services: 4_200, policies: 12_345, clients: null };
  const unlike = <Key extends keyof ReportComplaint>(key: Key) => [...new Set(complaints.map((one) => one[key]))];
  return {
    whole: bases,
    branches: [],
    teams: unlike('team').map((team) => ({ branch: '示范分公司', team, bases: { ...bases, services: 1 } })),
    agents: unlike('employeeNumber').map((employeeNumber) => ({ employeeNumber, name: '王小明', bases })),
    months: [
      { start: '2026-07-01', end: '2026-08-01', bases },
      { start: '2026-08-01', end: '2026-09-01', bases },
    ],
    categories: ['服务质量', '服务态度'],
    subclasses: ['服务质量', '服务态度'].flatMap((category) =>
      ['态度', ''].map((subclass) => ({ category, subclass })),
    ),
    causes: ['沟通'],
    withdrawnState: '撤诉归档',
  };
}

/** The loop of the branch from that of its agents, with a line on each sheet. */
export function branchLoop(agents: ReadonlyMap<string, AgentLoop>): ReportLoop {
  const all = [...agents.values()];
  const [first] = agents.keys();
  return {
    moment: MOMENT,
    rectifications: all.flatMap(({ rectifications }) => rectifications),
    complaints: all.flatMap(({ complaints }) => complaints),
    statistics: sampleStatistics(all.flatMap(({ complaints }) => complaints)),
    trainings: all.flatMap(({ trainings }) => trainings),
    trainingMonths: new Map([...agents].flatMap(([number, { months }]) => (months === null ? [] : [[number, months]]))),
    departments: [
      {
        department: '客户服务',
        people: 2,
        observations: 30,
        records: 12,
        patrols: 3,
        target: 0.75,
        found: 14,
        closed: 9,
        verified: 11,
      },
      {
        department: '合规与风险控制',
        people: 1,
        observations: 2,
        records: 4,
        patrols: 0,
        target: 0.08,
        found: 3,
        closed: 1,
        verified: 0,
      },
    ],
    coverage: { agents: 14, observed: 13, goal: 0.92 },
    improvements:
      first === undefined
        ? []
        : [
            {
              number: '1',
              title: '等待期告知卡',
              kind: '流程',
              problem: '2.1-3，14 次',
              cause: '没有统一话术',
              measure: '随保单附告知卡',
              owner: '林督导',
              deadline: '2026-09-15',
              figure: '检查项 2.1-3 的不合格率',
              target: 5,
              before: 18.2,
              after: null,
              state: '进行中',
              verdict: '',
              result: '',
            },
          ],
  };
}
