// A branch's report data for the tests of the workbook: made from a seed, scored by the real engine.
import { INDICATORS } from '../../shared/contract/vocabulary.ts';
import type { Stage } from '../../shared/contract/standard.ts';
import { NO_EVIDENCE, windowOf, type Evidence } from '../../shared/domain/scoring/evidence.ts';
import { withIntervals } from '../../shared/domain/scoring/interval.ts';
import { canonicalJson, MODEL_1, type ScoringModel } from '../../shared/domain/scoring/model.ts';
import { assess } from '../../shared/domain/scoring/score.ts';
import { createHash } from 'node:crypto';
import { branchLoop, engineLoop, sampleLoop } from './reportSampleLoop.ts';
import { emptyEvidence, engineEvidence, merge, sampleEvidence, sampleOutcomes } from './reportSampleEvidence.ts';
import type {
  ReportAgent,
  ReportAnswer,
  ReportData,
  ReportFinding,
  ReportSession,
} from '../../electron/excel/report/data.ts';

const PERIOD = { kind: 'quarter', start: '2026-07-01', end: '2026-10-01', timeZone: 'Asia/Shanghai' } as const;
const STAGES: readonly Stage[] = ['preparation', 'start', 'progress', 'end'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙';
const GIVEN = ['伟', '芳', '娜', '秀英', '敏', '静', '欧阳', '强'];

/** mulberry32: numbers in [0, 1) from a seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SampleSize {
  readonly agents: number;
  /** At most, for one agent. */
  readonly sessions: number;
  readonly answers: number;
  readonly seed: number;
  /** The default model without. */
  readonly model?: ScoringModel;
}

/** Data with everything that the rules know: agents without evidence, vetoes, withdrawn sessions, missing measures. */
export function sampleReport({ agents, sessions, answers, seed, model = MODEL_1 }: SampleSize): ReportData {
  const next = random(seed);
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(next() * from.length)]!;
  const window = windowOf(PERIOD, Date.parse('2026-10-08T09:00:00+08:00'));
  const allSessions: ReportSession[] = [];
  const findings: ReportFinding[] = [];
  const evidence = emptyEvidence();
  const loops = new Map<string, ReturnType<typeof sampleLoop>>();
  const assessed = Array.from({ length: agents }, (_, a) => {
    const employeeNumber = `A${String(a + 1).padStart(4, '0')}`;
    const own = Array.from({ length: a % 7 === 6 ? 0 : 1 + Math.floor(next() * sessions) }, (__, i) =>
      sampleSession(`${employeeNumber}-${i + 1}`, employeeNumber, answers, next),
    );
    allSessions.push(...own);
    const vetoed = own.length > 0 && a % 11 === 3;
    for (const session of own) {
      for (const answer of session.answers) {
        if (answer.value !== 0 || next() > 0.3) continue;
        findings.push(sampleFinding(session, answer, false));
      }
    }
    if (vetoed) findings.push(sampleFinding(own[0]!, own[0]!.answers[0]!, true));
    const other = sampleEvidence(employeeNumber, a, next);
    merge(evidence, other);
    const loop = sampleLoop(employeeNumber, a, next);
    loops.set(employeeNumber, loop);
    const found: Evidence = {
      ...NO_EVIDENCE,
      ...engineEvidence(other),
      ...engineLoop(loop),
      sessions: own.map((session) => ({
        id: session.number,
        at: Date.parse(`${session.serviceAt}+08:00`),
        status: session.status,
        introductionMinutes: session.introductionMinutes,
        answers: session.answers,
      })),
      redLines: vetoed ? [{ id: `x${a}`, at: window.startsAt, clause: '2.4.1', confirmed: true }] : [],
    };
    return { employeeNumber, assessment: assess(found, window, model) };
  });
  const scores = withIntervals(assessed.map(({ assessment }) => assessment));
  const reportAgents = assessed.map(({ employeeNumber }, i): ReportAgent => ({
    employeeNumber,
    name: pick(SURNAMES) + pick(GIVEN),
    team: pick(['一部', '二部', '']),
    score: scores[i]!,
    rankingValue: scores[i]!.composite,
  }));
  return {
    language: 'zh-CN',
    branch: { code: 'SH-01', name: '上海分公司' },
    period: PERIOD,
    timeZone: PERIOD.timeZone,
    exportedAt: '2026-10-08T01:00:00.000Z',
    exportedBy: '林督导',
    masking: { masked: true },
    model,
    modelDigest: createHash('sha256').update(canonicalJson(model)).digest('hex'),
    standards: [{ number: 1, title: '服务质量标准', digest: 'a'.repeat(64) }],
    agents: reportAgents,
    sessions: allSessions,
    findings,
    evidence,
    outcomes: sampleOutcomes(reportAgents),
    loop: branchLoop(loops),
    trend: [
      { label: '2026-Q1', composite: null, agents: 0 },
      { label: '2026-Q2', composite: 78.4, agents: agents },
      { label: '2026-Q3', composite: 81.2, agents: agents },
    ],
  };
}

function sampleSession(number: string, employeeNumber: string, answers: number, next: () => number): ReportSession {
  const day = String(1 + Math.floor(next() * 28)).padStart(2, '0');
  const kinds = next();
  return {
    number,
    employeeNumber,
    serviceAt: `2026-0${7 + Math.floor(next() * 3)}-${day}T10:30:00`,
    assessor: '周评估',
    kind: '咨询',
    place: '3 号洽谈室',
    client: next() < 0.5 ? '欧阳小明' : '13812341234',
    standardNumber: 1,
    status: kinds < 0.1 ? 'withdrawn' : kinds < 0.15 ? 'calibration' : 'submitted',
    lateEntry: next() < 0.1,
    introductionMinutes: next() < 0.3 ? null : Math.round(next() * 250) / 10,
    answers: Array.from({ length: Math.ceil(answers * (0.5 + next() / 2)) }, (_, i): ReportAnswer => {
      const scale = (['passFail', 'threeStep', 'likert'] as const)[i % 3]!;
      const steps = { passFail: [0, 1, 1, 1], threeStep: [0, 0.5, 1, 1], likert: [0, 0.25, 0.5, 0.75, 1] }[scale];
      const missing = next() < 0.12;
      return {
        criterion: `3.${1 + (i % 5)}-${1 + Math.floor(i / 5)}`,
        clause: `3.${1 + (i % 5)}`,
        stage: STAGES[i % 4]!,
        text: `第 ${i + 1} 项：主动说明 <保障范围> 与 "责任免除" & 费用`,
        indicator: INDICATORS[Math.floor(next() * INDICATORS.length)]!,
        scale,
        weight: 1 + Math.floor(next() * 5),
        value: missing ? null : steps[Math.floor(next() * steps.length)]!,
        raisedFrom: !missing && i % 17 === 5 ? 0 : null,
        notApplicable: missing,
        redLine: i % 13 === 0,
        note: missing ? '本次服务不涉及' : '',
      };
    }),
  };
}

function sampleFinding(session: ReportSession, answer: ReportAnswer, vetoes: boolean): ReportFinding {
  return {
    source: 'observation',
    session: session.number,
    employeeNumber: session.employeeNumber,
    occurredAt: session.serviceAt,
    clause: vetoes ? '2.4.1' : answer.clause,
    criterion: answer.criterion,
    text: answer.text,
    class: 'content',
    filed: vetoes ? null : { severity: 'ordinary', element: 'suitability', status: 'open', photos: 2 },
    place: session.place,
    serviceContent: '咨询年金险',
    description: '没有说明等待期。',
    scopeOfImpact: '一位客户',
    redLine: vetoes ? 'confirmed' : answer.redLine ? 'pending' : null,
    vetoes,
    statement: '',
    decision: vetoes ? '属实' : '',
  };
}
