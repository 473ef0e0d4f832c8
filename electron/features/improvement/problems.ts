// Frequent problems of a period (6.5): findings of every source by class, criteria by how often they failed of what was checked or
// were named in a finding by hand, from a survey or a complaint, upheld complaints by sub-class and by root cause, and the measures
// that are already open against them. Runs in the worker.
import type { CheckSource } from '../../../shared/contract/dashboard.ts';
import { RecordedSource, type FindingRow } from '../../../shared/contract/findings.ts';
import type { FrequentProblem } from '../../../shared/contract/improvement.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { pareto } from '../../../shared/domain/dashboard/pareto.ts';
import { isFrequent } from '../../../shared/domain/improvement/frequent.ts';
import { windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { assess } from '../../../shared/domain/scoring/score.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { frequentComplaints } from '../complaint/frequent.ts';
import { checksOf, criterionTexts } from '../dashboard/checks.ts';
import { findingsBetween } from '../findings/ledger.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { reportDay } from '../score/branchAssessment.ts';
import { evidenceOfAgents } from '../score/evidence.ts';
import { currentModel } from '../score/models.ts';
import { pinnedInForce } from '../standard/pinned.ts';
import { openImprovements } from './rows.ts';

export interface ProblemsInput {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Failing {
  /** Null of a criterion that no score is made of. */
  readonly source: CheckSource | null;
  readonly criterion: string;
  failed: number;
  checked: number;
  readonly agents: Set<string>;
}

/** What failed of what was checked, by source and criterion, one agent's evidence in memory at a time. */
function failingOf(db: ReadDb, ids: readonly string[], input: ProblemsInput, context: TaskContext): Failing[] {
  const { model } = currentModel(db);
  const window = windowOf({ ...input.period, timeZone: input.timeZone }, input.now);
  const all = new Map<string, Failing>();
  let done = 0;
  for (const { agentId, evidence } of evidenceOfAgents(db, ids, window)) {
    context.signal.throwIfAborted();
    for (const { source, criterion, failed } of checksOf(db, assess(evidence, window, model))) {
      const key = `${source} ${criterion}`;
      const one = all.get(key) ?? { source, criterion, failed: 0, checked: 0, agents: new Set<string>() };
      all.set(key, one);
      one.checked += 1;
      if (!failed) continue;
      one.failed += 1;
      one.agents.add(agentId);
    }
    done += 1;
    context.onProgress({ stage: 'problems', done, total: ids.length });
  }
  return [...all.values()];
}

/** A recorded finding that names a criterion is one more check of it that failed: nothing else has counted it. */
function addRecorded(db: ReadDb, all: Failing[], records: readonly FindingRow[]): Failing[] {
  const scored = (['observation', 'record'] as const).map(
    (source) => [source, pinnedInForce(db, source).byCode] as const,
  );
  const added = [...all];
  for (const { source: from, criterion, agentId } of records) {
    if (criterion === null || !RecordedSource.safeParse(from).success) continue;
    const source = scored.find(([, byCode]) => byCode.has(criterion))?.[0] ?? null;
    let one = added.find((known) => known.criterion === criterion && known.source === source);
    if (!one) added.push((one = { source, criterion, failed: 0, checked: 0, agents: new Set() }));
    one.failed += 1;
    one.checked += 1;
    one.agents.add(agentId);
  }
  return added;
}

function readProblems(db: ReadDb, input: ProblemsInput, context: TaskContext): FrequentProblem[] {
  const { branchId, period, timeZone, now } = input;
  const branchIds = branchAndBelow(db, getBranch(db, branchId).id);
  const ids = agentsOfBranchesAt(db, branchIds, reportDay(period, dayOf(now, timeZone)));
  const open = openImprovements(db, branchIds);
  const against = (kind: FrequentProblem['kind'], code: string): FrequentProblem['open'] =>
    open.flatMap(({ id, number, title, problem, figure }) => {
      const named = problem?.kind === kind && problem.code === code;
      const measured = kind === 'criterion' && figure.kind === 'failing' && figure.criterion === code;
      return named || measured ? [{ id, number, title }] : [];
    });
  const records = findingsBetween(db, ids, windowOf({ ...period, timeZone }, now));
  const classes = [...Map.groupBy(records, (finding) => finding.class ?? 'none')].map(([code, own]) => {
    const counts = { records: own.length, agents: new Set(own.map(({ agentId }) => agentId)).size };
    return {
      ...{ kind: 'class' as const, code, ...counts, period, text: null, source: null },
      ...{ share: own.length / records.length, frequent: isFrequent(counts), open: against('class', code) },
    };
  });
  const textOf = criterionTexts(db);
  const failing = addRecorded(db, failingOf(db, ids, input, context), records);
  const criteria = failing.map(({ source, criterion: code, failed, checked, agents }) => {
    const counts = { records: failed, agents: agents.size };
    return {
      ...{ kind: 'criterion' as const, code, ...counts, period, text: textOf(source ?? 'patrol', code), source },
      ...{ share: failed / checked, frequent: isFrequent(counts), open: against('criterion', code) },
    };
  });
  const upheld = frequentComplaints(db, branchIds, period);
  const complaints = [['complaint', upheld.classes] as const, ['complaintCause', upheld.causes] as const].map(
    ([kind, by]) =>
      [...by].map(([code, own]) => {
        const about = new Set(own.flatMap(({ agentId }) => (agentId === null ? [] : [agentId])));
        const counts = { records: own.length, agents: about.size };
        return {
          ...{ kind, code, ...counts, period, text: null, source: null },
          ...{ share: own.length / upheld.total, frequent: isFrequent(counts), open: against(kind, code) },
        };
      }),
  );
  return [classes, criteria, ...complaints]
    .flatMap((some) => pareto<FrequentProblem>(some, (one) => one.records))
    .map(({ item }) => item);
}

/** Classes, then criteria, then complaints, the most frequent first. @throws AppError NOT_FOUND branchUnknown; when the signal fires */
export const frequentProblems: Task<ProblemsInput, FrequentProblem[]> = (input, context) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(readProblems(db, input, context));
  } finally {
    db.close();
  }
};
