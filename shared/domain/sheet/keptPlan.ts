// What an import of rows that are kept with their corrections would do to the console: for each row whether it is new, fills a
// blank, corrects, or changes nothing. For any list of fields; a row belongs to an agent.
import { amendmentOf, changedFields } from '../responses/correction.ts';
import { canonicalJson } from '../scoring/model.ts';
import type { CellRejection } from './rows.ts';

export type Content = Readonly<Record<string, string | number | null>>;

/** A row of a file as its reader gives it. */
export interface ReadRow<Values, Field extends string, Reason extends string> {
  readonly row: number;
  readonly values: Partial<Values>;
  readonly rejections: readonly CellRejection<Field, Reason>[];
  /** A rejection of the field's cell. */
  readonly reject: (field: Field, reason: Reason, firstRow?: number) => CellRejection<Field, Reason>;
}

/** What every row says, whatever else. */
export interface OfAgent {
  readonly agent: { readonly id: string };
}

/** What is said of a row that another stands for: at which field, and why. */
export interface TwiceWords<Field extends string, Reason extends string> {
  readonly field: Field;
  readonly inFile: Reason;
  readonly withdrawn: Reason;
}

/** A row as the console holds it, withdrawn ones too. */
export interface HeldRow<Fields extends Content> {
  readonly id: string;
  readonly state: 'standing' | 'withdrawn';
  readonly fields: Fields;
}

export type KeptPlanned<Fields extends Content, Values extends OfAgent, Field extends string, Reason extends string> = {
  readonly source: ReadRow<Values, Field, Reason>;
} & (
  | { readonly fate: 'new' | 'unchanged'; readonly fields: Fields }
  | {
      readonly fate: 'changed';
      readonly held: HeldRow<Fields>;
      readonly fields: Fields;
      /** Never empty; names of the contract's fields. */
      readonly changed: readonly string[];
      readonly corrects: boolean;
    }
  | { readonly fate: 'rejected'; readonly rejections: readonly CellRejection<Field, Reason>[] }
);

interface Trouble<Field extends string, Reason extends string> {
  readonly field: Field;
  readonly reason: Reason;
}

/** What differs between the kinds of rows. */
export interface KeptRules<
  Fields extends Content,
  Values extends OfAgent,
  Field extends string,
  Reason extends string,
> {
  /** The time by which a row without a number is known. */
  readonly timeOf: (fields: Fields) => string;
  readonly fieldsOf: (values: Partial<Values>, agentId: string, held: Fields | undefined) => Fields;
  readonly troubleOf: (
    fields: Fields,
    values: Partial<Values>,
    held: Fields | undefined,
  ) => Trouble<Field, Reason> | null;
}

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
export function planRows<Fields extends Content, Values extends OfAgent, Field extends string, Reason extends string>(
  rows: readonly ReadRow<Values, Field, Reason>[],
  held: readonly HeldRow<Fields>[],
  rules: KeptRules<Fields, Values, Field, Reason>,
  twice: TwiceWords<Field, Reason>,
): KeptPlanned<Fields, Values, Field, Reason>[] {
  type Planned = KeptPlanned<Fields, Values, Field, Reason>;
  const keyOf = (agentId: string, fields: Fields) => `${agentId} ${rules.timeOf(fields)}`;
  const standing = new Known<HeldRow<Fields>>();
  const withdrawn = new Known<HeldRow<Fields>>();
  const gone = new Set<string>();
  const before = new Map<string, Fields[]>();
  for (const row of held) {
    const key = keyOf(String(row.fields['agentId']), row.fields);
    (row.state === 'standing' ? standing : withdrawn).add(row, key, identityOf(row.fields));
    if (row.state === 'standing') continue;
    gone.add(canonicalJson(row.fields));
    before.set(key, [...(before.get(key) ?? []), row.fields]);
  }
  const inFile = new Known<number>();

  const planned = (source: ReadRow<Values, Field, Reason>): Planned => {
    const { values, reject } = source;
    const agentId = values.agent?.id;
    const rejected = (...rejections: readonly CellRejection<Field, Reason>[]): Planned => ({
      fate: 'rejected',
      source,
      rejections,
    });
    if (source.rejections.length > 0 || agentId === undefined) return rejected(...source.rejections);
    const bare = rules.fieldsOf(values, agentId, undefined);
    const identity = identityOf(bare);
    const key = keyOf(agentId, bare);
    const first = inFile.find(key, identity);
    if (first !== undefined) return rejected(reject(twice.field, twice.inFile, first));
    inFile.add(source.row, key, identity);
    const match = standing.find(key, identity);
    const fields = rules.fieldsOf(values, agentId, match?.fields);
    const trouble = rules.troubleOf(fields, values, match?.fields);
    if (trouble) return rejected(reject(trouble.field, trouble.reason));
    // What someone withdrew or corrected here does not come back through an older file.
    if (match === undefined)
      return withdrawn.find(key, identity) === undefined
        ? { fate: 'new', source, fields }
        : rejected(reject(twice.field, twice.withdrawn));
    const amendment = amendmentOf(match.fields, fields);
    if (amendment === 'same') return { fate: 'unchanged', source, fields };
    const changed = changedFields(match.fields, fields);
    // Also where a blank was filled in since, so that the rows are not the same as a whole.
    const back = before.get(key)?.some((old) => changed.every((field) => old[field] === fields[field])) === true;
    if (back || gone.has(canonicalJson(fields))) return rejected(reject(twice.field, twice.withdrawn));
    return { fate: 'changed', source, held: match, fields, changed, corrects: amendment === 'corrected' };
  };
  return rows.map(planned);
}
