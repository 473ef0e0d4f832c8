// The order of agents, sessions, answers and findings in the workbook, and the block of rows that each formula covers.
import type { ReportAgent, ReportAnswer, ReportData, ReportFinding, ReportSession } from './data.ts';
import type { Block } from './sheetPlan.ts';

/** First row below the header on the sheets of observations, answers and findings. */
export const FIRST_ROW = 4;

export interface ArrangedSession {
  readonly session: ReportSession;
  readonly agentName: string;
  /** Its rows on the sheet of answers; null without answers. */
  readonly answers: Block | null;
}

export interface ArrangedAgent {
  readonly agent: ReportAgent;
  /** The rows of the sessions that count; null without any. */
  readonly sessions: Block | null;
  readonly findings: Block | null;
}

export interface Arranged {
  readonly agents: readonly ArrangedAgent[];
  readonly sessions: readonly ArrangedSession[];
  readonly findings: readonly { readonly finding: ReportFinding; readonly agentName: string }[];
  readonly answerCount: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const counts = (session: ReportSession): boolean => session.status === 'submitted';

/** Agents by number; sessions by agent, those that count first, then by time; answers in the order of their session. */
export function arrange(data: ReportData): Arranged {
  const agents = [...data.agents].sort((a, b) => byText(a.employeeNumber, b.employeeNumber));
  const names = new Map(agents.map((agent) => [agent.employeeNumber, agent.name]));
  const sessions = [...data.sessions].sort(
    (a, b) =>
      byText(a.employeeNumber, b.employeeNumber) ||
      Number(counts(b)) - Number(counts(a)) ||
      byText(a.serviceAt, b.serviceAt) ||
      byText(a.number, b.number),
  );
  const findings = [...data.findings].sort(
    (a, b) =>
      byText(a.employeeNumber, b.employeeNumber) ||
      byText(a.occurredAt ?? '', b.occurredAt ?? '') ||
      byText(a.session, b.session) ||
      byText(a.criterion, b.criterion),
  );
  let next = FIRST_ROW;
  const arranged = sessions.map((session): ArrangedSession => {
    const first = next;
    next += session.answers.length;
    return {
      session,
      agentName: names.get(session.employeeNumber) ?? '',
      answers: next === first ? null : { first, last: next - 1 },
    };
  });
  const counted = blocks(sessions, (session) => (counts(session) ? session.employeeNumber : null));
  const found = blocks(findings, (finding) => finding.employeeNumber);
  return {
    agents: agents.map((agent) => ({
      agent,
      sessions: counted.get(agent.employeeNumber) ?? null,
      findings: found.get(agent.employeeNumber) ?? null,
    })),
    sessions: arranged,
    findings: findings.map((finding) => ({ finding, agentName: names.get(finding.employeeNumber) ?? '' })),
    answerCount: next - FIRST_ROW,
  };
}

/** All answers with their session, in order. */
export function* answersOf(arranged: Arranged): Generator<{ of: ArrangedSession; answer: ReportAnswer; row: number }> {
  let row = FIRST_ROW;
  for (const of of arranged.sessions) for (const answer of of.session.answers) yield { of, answer, row: row++ };
}

/** For each key the rows of its items, which stand together; items without a key are left out. */
export function blocks<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): ReadonlyMap<string, Block> {
  const found = new Map<string, Block>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    const row = FIRST_ROW + index;
    if (key !== null) found.set(key, { first: found.get(key)?.first ?? row, last: row });
  });
  return found;
}
