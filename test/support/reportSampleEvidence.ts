// The evidence of the other methods and the outcomes for the sample report, and the same as the engine takes it.
import { DIMENSIONS } from '../../shared/contract/vocabulary.ts';
import type { Evidence } from '../../shared/domain/scoring/evidence.ts';
import type { ReportAgent } from '../../electron/excel/report/data.ts';
import type { ReportEvidence, ReportOutcomes } from '../../electron/excel/report/evidenceData.ts';

type Lists = Omit<{ -readonly [Key in keyof ReportEvidence]: ReportEvidence[Key] }, 'asOf'>;
export type SampleEvidence = Lists & { readonly asOf: string };

const AS_OF = '2026-10-08T09:00:00';

export const emptyEvidence = (): SampleEvidence => ({
  asOf: AS_OF,
  surveys: [],
  reviews: [],
  requests: [],
  visits: [],
  feedback: [],
});

/** Adds what one agent has. */
export function merge(into: SampleEvidence, own: SampleEvidence): void {
  into.surveys = [...into.surveys, ...own.surveys];
  into.reviews = [...into.reviews, ...own.reviews];
  into.requests = [...into.requests, ...own.requests];
  into.visits = [...into.visits, ...own.visits];
  into.feedback = [...into.feedback, ...own.feedback];
}

/** Some agents have much, some nothing of a kind; limits are met, missed and still running. */
export function sampleEvidence(employeeNumber: string, a: number, next: () => number): SampleEvidence {
  const count = (every: number, most: number): number[] =>
    a % every === 0 ? Array.from({ length: 1 + Math.floor(next() * most) }, (_, index) => index) : [];
  const own = { employeeNumber };
  const chance = (share: number): boolean => next() < share;
  return {
    asOf: AS_OF,
    surveys: count(3, 5).map((index) => ({
      ...own,
      number: `${employeeNumber}-V${index}`,
      answeredAt: '2026-07-05T10:20:00',
      questionnaire: 1,
      answers: DIMENSIONS.flatMap((dimension, d) =>
        Array.from({ length: d + 1 }, () => ({ dimension, likert: 1 + Math.floor(next() * 5) })).filter(() =>
          chance(0.8),
        ),
      ),
      comment: chance(0.3) ? '=SUM(A1) 解释清楚' : '',
      client: chance(0.3) ? '欧阳小明 13812341234' : '',
    })),
    reviews: count(4, 4).map((index) => ({
      ...own,
      number: `${employeeNumber}-R${index}`,
      reviewedAt: '2026-08-12T16:00:00',
      reviewer: '周评估',
      reference: `F-${index}`,
      standardNumber: 1,
      checks: Array.from({ length: 9 }, (_, check) => ({
        criterion: `2.5.1-${check + 1}`,
        kind: check < 5 ? ('record' as const) : ('file' as const),
        passed: chance(0.2) ? null : chance(0.8),
      })),
    })),
    requests: count(2, 6).map((index) => ({
      ...own,
      number: `${employeeNumber}-Q${index}`,
      kind: '咨询',
      channel: '电话',
      client: '王小明',
      // The last two days' requests may still be running.
      askedAt: index % 3 === 2 ? '2026-09-30T23:30:00' : '2026-09-01T10:00:00',
      repliedAt: chance(0.3) ? null : `2026-09-02T${chance(0.7) ? '10:00:00' : '10:00:01'}`,
      solvedAt: chance(0.4) ? null : `2026-09-0${chance(0.5) ? '3T10:00:00' : '4T10:00:00'}`,
    })),
    visits: count(5, 5).map((index) => ({
      ...own,
      number: `${employeeNumber}-F${index}`,
      client: '13812341234',
      dueOn: '2026-08-01',
      madeOn: chance(0.3) ? null : chance(0.7) ? '2026-08-01' : '2026-08-02',
    })),
    feedback: count(5, 9).map((index) => ({
      ...own,
      number: `${employeeNumber}-P${index}`,
      receivedOn: '2026-07-20',
      kind: '表扬',
      class: '态度',
      channel: '电话',
      client: '王小明',
      content: '耐心解答',
      personInCharge: '周评估',
      dueOn: null,
      answeredAt: null,
      state: '已办结',
      commendation: chance(0.7),
    })),
  };
}

const instant = (civil: string): number => Date.parse(`${civil}+08:00`);
const instantOrNull = (civil: string | null): number | null => (civil === null ? null : instant(civil));

/** The sample as the engine takes it. */
export const engineEvidence = ({
  surveys,
  reviews,
  requests,
  visits,
  feedback,
}: SampleEvidence): Partial<Evidence> => ({
  surveys: surveys.map(({ number, answeredAt, answers }) => ({ id: number, at: instant(answeredAt), items: answers })),
  reviews: reviews.map(({ number, reviewedAt, checks }) => ({ id: number, at: instant(reviewedAt), checks })),
  requests: requests.map(({ number, askedAt, repliedAt, solvedAt }) => ({
    id: number,
    askedAt: instant(askedAt),
    repliedAt: instantOrNull(repliedAt),
    solvedAt: instantOrNull(solvedAt),
  })),
  visits: visits.map(({ number, dueOn, madeOn }) => ({ id: number, dueOn, madeOn })),
  commendations: feedback.map(({ number, receivedOn, commendation }) => ({
    id: number,
    at: instant(`${receivedOn}T12:00:00`),
    confirmed: commendation,
  })),
});

/** A line on each sheet. */
export function sampleOutcomes(agents: readonly ReportAgent[]): ReportOutcomes {
  const [first] = agents;
  if (!first) return { results: [], decisions: [], appeals: [], calibrations: [] };
  const { employeeNumber, name, team, score } = first;
  const of = { employeeNumber, name, resultNumber: 1 };
  return {
    results: [
      {
        ...of,
        team,
        state: '已定稿',
        rank: 1,
        composite: score.composite,
        graded: score.graded,
        grade: '良好',
        low: 70.5,
        high: 90.25,
        rankingValue: 80,
        band: '中段',
        vetoed: true,
        reviewedBy: '机构负责人',
        reviewedAt: '2026-10-09T10:00:00',
        remark: '',
      },
    ],
    decisions: [
      {
        ...of,
        kind: '奖励',
        measure: '奖金',
        reason: '评定良好',
        decidedBy: '机构负责人',
        decidedAt: '2026-10-09T10:30:00',
      },
    ],
    appeals: [
      {
        ...of,
        item: '3.4-2',
        filedAt: '2026-10-10T09:00:00',
        reason: '当时已说明',
        originalAssessor: '周评估',
        handler: '林督导',
        state: '已处理',
        before: 0,
        after: 1,
        decidedAt: '2026-10-12T09:00:00',
        decision: '照片可证',
      },
    ],
    calibrations: [
      {
        number: '20260801-001',
        scale: '达标制',
        servedAt: '2026-08-01T14:00:00',
        agent: name,
        standardNumber: 1,
        assessors: '周评估、林督导',
        compared: 52,
        agreement: 0.9,
        ac1: 0.8895,
        kappa: -0.0526,
        alpha: -0.0474,
        state: '已结束',
      },
    ],
  };
}
