// What an import would do to the console: for each row whether it is new, fills a blank, corrects, or changes nothing. A row
// is known by its own number, else by agent and time with the client where both name one.
import type {
  FigureFields,
  ImportField,
  RequestFields,
  ResponseReason,
  ResponseRejection,
  VisitFields,
} from '../../contract/responses.ts';
import { canonicalJson } from '../scoring/model.ts';
import { figureFault, requestFault, visitFault } from './check.ts';
import { amendmentOf, changedFields } from './correction.ts';
import { saysFigures, type ImportValues, type ReadValues } from './importRows.ts';

type Content = Readonly<Record<string, string | number | null>>;

/** A row as the console holds it, withdrawn ones too. */
export interface HeldRow<Fields extends Content> {
  readonly id: string;
  readonly state: 'standing' | 'withdrawn';
  readonly fields: Fields;
}

export type PlannedRow<Fields extends Content> =
  | { readonly fate: 'new'; readonly source: ReadValues; readonly fields: Fields }
  | {
      readonly fate: 'changed';
      readonly source: ReadValues;
      readonly held: HeldRow<Fields>;
      readonly fields: Fields;
      /** Never empty; names of the contract's fields. */
      readonly changed: readonly string[];
      readonly corrects: boolean;
    }
  | { readonly fate: 'unchanged'; readonly source: ReadValues; readonly fields: Fields }
  | { readonly fate: 'rejected'; readonly source: ReadValues; readonly rejections: readonly ResponseRejection[] };

interface Trouble {
  readonly field: ImportField;
  readonly reason: ResponseReason;
}

/** What differs between the kinds. */
export interface KindRules<Fields extends Content> {
  /** The time by which a row without a number is known. */
  readonly timeOf: (fields: Fields) => string;
  readonly fieldsOf: (values: Partial<ImportValues>, agentId: string, held: Fields | undefined) => Fields;
  readonly troubleOf: (fields: Fields, values: Partial<ImportValues>) => Trouble | null;
}

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

interface Identity {
  readonly number: string;
  readonly client: string;
}

const identityOf = (fields: Content): Identity => ({
  number: String(fields['number'] ?? ''),
  client: String(fields['client'] ?? ''),
});

const agree = (a: string, b: string): boolean => a === b || a === '' || b === '';

/** Rows by number and by agent with time; of several the first that agrees. */
class Known<Row> {
  private readonly byNumber = new Map<string, Row>();
  private readonly byTime = new Map<string, { readonly row: Row; readonly identity: Identity }[]>();

  add(row: Row, time: string, identity: Identity): void {
    if (identity.number !== '' && !this.byNumber.has(identity.number)) this.byNumber.set(identity.number, row);
    const known = this.byTime.get(time);
    if (known) known.push({ row, identity });
    else this.byTime.set(time, [{ row, identity }]);
  }

  find(time: string, { number, client }: Identity): Row | undefined {
    const numbered = number === '' ? undefined : this.byNumber.get(number);
    if (numbered !== undefined) return numbered;
    return this.byTime
      .get(time)
      ?.find(({ identity }) => agree(identity.number, number) && agree(identity.client, client))?.row;
  }
}

/** Compares the rows of a file with what the console holds of their agents. */
export function planRows<Fields extends Content>(
  rows: readonly ReadValues[],
  held: readonly HeldRow<Fields>[],
  rules: KindRules<Fields>,
): PlannedRow<Fields>[] {
  const keyOf = (agentId: string, fields: Fields) => `${agentId} ${rules.timeOf(fields)}`;
  const standing = new Known<HeldRow<Fields>>();
  const withdrawn = new Known<HeldRow<Fields>>();
  const gone = new Set<string>();
  for (const row of held) {
    const key = keyOf(String(row.fields['agentId']), row.fields);
    (row.state === 'standing' ? standing : withdrawn).add(row, key, identityOf(row.fields));
    if (row.state === 'withdrawn') gone.add(canonicalJson(row.fields));
  }
  const inFile = new Known<number>();

  const planned = (source: ReadValues): PlannedRow<Fields> => {
    const { values, reject } = source;
    const agentId = values.agent?.id;
    const rejected = (...rejections: ResponseRejection[]): PlannedRow<Fields> => ({
      fate: 'rejected',
      source,
      rejections,
    });
    if (source.rejections.length > 0 || agentId === undefined) return rejected(...source.rejections);
    const bare = rules.fieldsOf(values, agentId, undefined);
    const identity = identityOf(bare);
    const key = keyOf(agentId, bare);
    const first = inFile.find(key, identity);
    if (first !== undefined) return rejected(reject('agent', 'duplicateInFile', first));
    inFile.add(source.row, key, identity);
    const match = standing.find(key, identity);
    const fields = rules.fieldsOf(values, agentId, match?.fields);
    const trouble = rules.troubleOf(fields, values);
    if (trouble) return rejected(reject(trouble.field, trouble.reason));
    // What someone withdrew or corrected here does not come back through an older file.
    if (match === undefined)
      return withdrawn.find(key, identity) === undefined
        ? { fate: 'new', source, fields }
        : rejected(reject('agent', 'withdrawnBefore'));
    const amendment = amendmentOf(match.fields, fields);
    if (amendment === 'same') return { fate: 'unchanged', source, fields };
    if (gone.has(canonicalJson(fields))) return rejected(reject('agent', 'withdrawnBefore'));
    const changed = changedFields(match.fields, fields);
    return { fate: 'changed', source, held: match, fields, changed, corrects: amendment === 'corrected' };
  };
  return rows.map(planned);
}
