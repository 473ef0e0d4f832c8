// Measures a figure over a stretch of days from the engine's own units (6.5). Runs in the worker: a branch's evidence of half a
// year may be a million answers, of which the values alone are kept.
import type { Figure, Measured } from '../../../shared/contract/improvement.ts';
import { measuredOf } from '../../../shared/domain/improvement/figure.ts';
import { windowOf, type Window } from '../../../shared/domain/scoring/evidence.ts';
import { MEASURES_OF } from '../../../shared/domain/scoring/measure.ts';
import { assess, type Assessment } from '../../../shared/domain/scoring/score.ts';
import { LEAST_SHOWN } from '../../../shared/domain/survey/likert.ts';
import { addDays, dayOf, shareOfMonth, type Days } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { complaintsOfPeriod } from '../complaint/rows.ts';
import { checksOf } from '../dashboard/checks.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { figuresOfPeriod } from '../responses/figures.ts';
import { evidenceOfAgents } from '../score/evidence.ts';
import { currentModel } from '../score/models.ts';

export interface MeasureInput {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  readonly branchId: string;
  readonly figure: Figure;
  readonly span: Days;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const present = (values: readonly (number | null | undefined)[]): number[] =>
  values.filter((value) => value !== null && value !== undefined);

/** The values 0..100 that one agent's evidence gives the figure. */
function valuesOf(db: ReadDb, figure: Exclude<Figure, { kind: 'complaintRate' }>, assessment: Assessment): number[] {
  const { score, units } = assessment;
  switch (figure.kind) {
    case 'failing': {
      const { source, criterion } = figure;
      return [...checksOf(db, assessment)].flatMap((check) =>
        check.source === source && check.criterion === criterion ? [check.failed ? 100 : 0] : [],
      );
    }
    case 'indicator':
      return present([score.indicators[figure.indicator]]);
    case 'composite':
      return present([score.composite]);
    case 'csi':
      return present(units.survey.map(({ values }) => values[MEASURES_OF.survey.indexOf('csi')]));
    case 'reply24':
    case 'solve48': {
      const slot = MEASURES_OF.request.indexOf(figure.kind);
      return present(units.request.map(({ values }) => values[slot]));
    }
    case 'visit':
      return present(units.visit.map(({ values }) => values[0]));
    default:
      return [];
  }
}

/** Services of the days, a month's shared out evenly over its days. */
function servicesIn(db: ReadDb, agentIds: readonly string[], { start, end }: Days): number {
  const months = { start: `${start.slice(0, 7)}-01`, end };
  return figuresOfPeriod(db, agentIds, months).reduce((sum, { month, services }) => {
    return sum + (services ?? 0) * shareOfMonth(month, { start, end });
  }, 0);
}

const PER_SERVICES = 1000;

/** Cases received in the days, each joined one with its first, for every 1,000 services. */
function complaintRate(db: ReadDb, ids: readonly string[], { branchId, span, now }: MeasureInput): Measured {
  const scope = { branchIds: branchAndBelow(db, branchId) };
  const cases = complaintsOfPeriod(db, scope, span, now).filter(({ row }) => row.joinedToId === null).length;
  const services = servicesIn(db, ids, span);
  const share = services > 0 ? cases / services : null;
  const spread = share === null || share > 1 ? null : (share * (1 - share) * PER_SERVICES ** 2) / services;
  return {
    ...{ ...span, asOf: new Date(now).toISOString(), count: Math.round(services) },
    ...{ value: share === null ? null : share * PER_SERVICES, error: spread },
  };
}

function measure(db: ReadDb, input: MeasureInput, { signal, onProgress }: TaskContext): Measured {
  const { branchId, figure, span, timeZone, now } = input;
  getBranch(db, branchId);
  const { model } = currentModel(db);
  const window: Window = windowOf({ kind: 'month', ...span, timeZone }, now);
  const [last, today] = [addDays(span.end, -1), dayOf(now, timeZone)];
  const ids = agentsOfBranchesAt(db, branchAndBelow(db, branchId), last < today ? last : today);
  if (figure.kind === 'complaintRate') return complaintRate(db, ids, input);
  const values: number[] = [];
  let done = 0;
  for (const { evidence } of evidenceOfAgents(db, ids, window)) {
    signal.throwIfAborted();
    for (const value of valuesOf(db, figure, assess(evidence, window, model))) values.push(value);
    done += 1;
    onProgress({ stage: 'measure', done, total: ids.length });
  }
  const measured = measuredOf(values, span, new Date(now).toISOString());
  // Few surveys would tell what single clients answered.
  return figure.kind === 'csi' && measured.count < LEAST_SHOWN ? { ...measured, value: null, error: null } : measured;
}

/** @throws AppError NOT_FOUND branchUnknown; when the signal fires */
export const measureFigure: Task<MeasureInput, Measured> = (input, context) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(measure(db, input, context));
  } finally {
    db.close();
  }
};
