// What must hold within one row, typed in or imported; and the ratios of a month's figures (5.5).
import type { Figure, FigureFields, RequestFields, VisitFields } from '../../contract/responses.ts';

export type RequestFault = 'beforeAsked' | 'replyMissing' | 'solvedMissing' | 'inFuture';

type RequestTimes = Pick<RequestFields, 'askedAt' | 'repliedAt' | 'solvedAt' | 'outcome'>;

/**
 * What is wrong with a request, and at which instant. A request that was solved was answered by then, so its reply has an
 * instant too. `now` is epoch milliseconds.
 */
export function requestFault(
  { askedAt, repliedAt, solvedAt, outcome }: RequestTimes,
  now: number,
): { readonly fault: RequestFault; readonly field: 'askedAt' | 'repliedAt' | 'solvedAt' } | null {
  const asked = Date.parse(askedAt);
  if (asked > now) return { fault: 'inFuture', field: 'askedAt' };
  for (const [field, instant] of [
    ['repliedAt', repliedAt],
    ['solvedAt', solvedAt],
  ] as const) {
    if (instant === null) continue;
    if (Date.parse(instant) < asked) return { fault: 'beforeAsked', field };
    if (Date.parse(instant) > now) return { fault: 'inFuture', field };
  }
  if (solvedAt !== null && repliedAt === null) return { fault: 'replyMissing', field: 'repliedAt' };
  if ((solvedAt === null) !== (outcome === null)) return { fault: 'solvedMissing', field: 'solvedAt' };
  return null;
}

/** A visit is recorded when it was made: not after `today`. */
export const visitFault = ({ madeOn }: Pick<VisitFields, 'madeOn'>, today: string): 'inFuture' | null =>
  madeOn !== null && madeOn > today ? 'inFuture' : null;

type Figures = Readonly<Record<Figure, number | null>>;

export type FigureFault = 'figuresMissing' | 'partTooLarge' | 'inFuture';

/** What is wrong with a month's figures: clients kept, bought again or lost are parts of those at its beginning. */
export function figureFault(
  figures: Figures & Pick<FigureFields, 'month'>,
  thisMonth: string,
): { readonly fault: FigureFault; readonly field: Figure | 'month' } | null {
  const { clients, retained, repurchased, churned } = figures;
  if (figures.month > thisMonth) return { fault: 'inFuture', field: 'month' };
  const all = [
    figures.services,
    figures.policies,
    clients,
    retained,
    repurchased,
    churned,
    figures.cost,
    figures.benefit,
  ];
  if (all.every((value) => value === null)) return { fault: 'figuresMissing', field: 'services' };
  if (clients === null) return null;
  for (const [field, value] of Object.entries({ retained, repurchased, churned }))
    if (value !== null && value > clients) return { fault: 'partTooLarge', field: field as Figure };
  if ((retained ?? 0) + (churned ?? 0) > clients) return { fault: 'partTooLarge', field: 'churned' };
  return null;
}

export const RATIOS = ['retention', 'repurchase', 'churn', 'benefitPerCost', 'costPerService'] as const;
export type Ratio = (typeof RATIOS)[number];

/** The ratios of figures; null where a part is missing or the whole is 0. The first three are shares 0..1. */
export function ratiosOf(figures: Figures): Readonly<Record<Ratio, number | null>> {
  const of = (part: number | null, whole: number | null) =>
    part === null || whole === null || whole === 0 ? null : part / whole;
  const { clients, services, cost, benefit } = figures;
  return {
    retention: of(figures.retained, clients),
    repurchase: of(figures.repurchased, clients),
    churn: of(figures.churned, clients),
    benefitPerCost: of(benefit, cost),
    costPerService: of(cost, services),
  };
}
