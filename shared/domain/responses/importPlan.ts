// What an import of requests, visits or figures would do to the console. A row is known by its own number, else by agent and
// time with the client where both name one.
import type {
  FigureFields,
  ImportField,
  RequestFields,
  ResponseReason,
  VisitFields,
} from '../../contract/responses.ts';
import type { Content, KeptPlanned, KeptRules } from '../sheet/keptPlan.ts';
import { figureFault, requestFault, visitFault } from './check.ts';
import { saysFigures, type ImportValues } from './importRows.ts';

/** What differs between the kinds. */
export type KindRules<Fields extends Content> = KeptRules<Fields, ImportValues, ImportField, ResponseReason>;

export type PlannedRow<Fields extends Content> = KeptPlanned<Fields, ImportValues, ImportField, ResponseReason>;

/** The rules for requests; `now` is epoch milliseconds. */
export const requestRules = (now: number): KindRules<RequestFields> => ({
  timeOf: ({ askedAt }) => askedAt,
  fieldsOf: (values, agentId, held) => {
    const solvedAt = values.solvedAt ?? held?.solvedAt ?? null;
    return {
      agentId,
      number: values.number ?? held?.number ?? '',
      kind: values.kind ?? held?.kind ?? 'other',
      channel: values.channel ?? held?.channel ?? null,
      client: values.client ?? held?.client ?? '',
      content: values.content ?? held?.content ?? '',
      askedAt: values.askedAt ?? held?.askedAt ?? '',
      repliedAt: values.repliedAt ?? held?.repliedAt ?? null,
      solvedAt,
      // A ledger that says when it was solved and nothing else means that it was.
      outcome: solvedAt === null ? null : (values.outcome ?? held?.outcome ?? 'solved'),
    };
  },
  troubleOf: (fields) => {
    const found = requestFault(fields, now);
    if (!found) return null;
    const reason = found.fault === 'inFuture' ? 'dateOutOfRange' : found.fault;
    return { field: found.field, reason };
  },
});

/** The rules for visits. */
export const visitRules = (today: string): KindRules<VisitFields> => ({
  timeOf: ({ dueOn }) => dueOn,
  fieldsOf: (values, agentId, held) => ({
    agentId,
    number: values.number ?? held?.number ?? '',
    channel: values.channel ?? held?.channel ?? null,
    client: values.client ?? held?.client ?? '',
    note: values.note ?? held?.note ?? '',
    dueOn: values.dueOn ?? held?.dueOn ?? '',
    madeOn: values.madeOn ?? held?.madeOn ?? null,
  }),
  troubleOf: (fields) => (visitFault(fields, today) ? { field: 'madeOn', reason: 'dateOutOfRange' } : null),
});

/** The rules for figures. */
export const figureRules = (thisMonth: string): KindRules<FigureFields> => ({
  timeOf: ({ month }) => month,
  fieldsOf: (values, agentId, held) => ({
    agentId,
    month: values.month ?? held?.month ?? '',
    services: values.services ?? held?.services ?? null,
    policies: values.policies ?? held?.policies ?? null,
    clients: values.clients ?? held?.clients ?? null,
    retained: values.retained ?? held?.retained ?? null,
    repurchased: values.repurchased ?? held?.repurchased ?? null,
    churned: values.churned ?? held?.churned ?? null,
    cost: values.cost ?? held?.cost ?? null,
    benefit: values.benefit ?? held?.benefit ?? null,
  }),
  troubleOf: (fields, values) => {
    if (!saysFigures(values)) return { field: 'month', reason: 'figuresMissing' };
    const found = figureFault(fields, thisMonth);
    if (!found) return null;
    return { field: found.field, reason: found.fault === 'inFuture' ? 'dateOutOfRange' : found.fault };
  },
});
