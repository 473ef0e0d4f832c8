// Rows of a workbook of requests, visits or figures: what each cell means, and what of it contradicts itself. A cell that
// cannot be read with certainty keeps its row out; nothing is guessed.
import {
  FIGURES,
  type ClientChannel,
  type Figure,
  type ImportField,
  type RequestKind,
  type RequestOutcome,
  type ResponseKind,
  type ResponseReason,
  type ResponseRejection,
} from '../../contract/responses.ts';
import { maskClient } from '../observation/maskClient.ts';
import { hasLostDigits, read, refuse, textOf, type Read, type SheetCell, type SheetRow } from '../sheet/cell.ts';
import { readDay } from '../sheet/day.ts';
import type { Mapping } from '../sheet/header.ts';
import { readMoment, readMonth, readQuantity } from '../sheet/moment.ts';
import { rowReader } from '../sheet/rows.ts';
import { readChannel, readKind, readOutcome } from './importWords.ts';
import { IMPORT_FIELDS, IMPORT_HEADERS } from './importHeaders.ts';

/** What a row says; a field that is left out had no column or a blank cell: it leaves what the console holds. */
export interface ImportValues extends Readonly<Record<Figure, number>> {
  readonly number: string;
  readonly agent: KnownAgent;
  readonly agentName: string;
  readonly kind: RequestKind;
  readonly channel: ClientChannel;
  readonly client: string;
  readonly content: string;
  readonly askedAt: string;
  readonly repliedAt: string;
  readonly solvedAt: string;
  readonly outcome: RequestOutcome;
  readonly note: string;
  readonly dueOn: string;
  readonly madeOn: string;
  readonly month: string;
}

export interface KnownAgent {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface ImportReading {
  readonly kind: ResponseKind;
  readonly mapping: Readonly<Partial<Record<ImportField, number | null>>>;
  /** By employee number in capitals. */
  readonly agents: ReadonlyMap<string, KnownAgent>;
  readonly timeZone: string;
  /** Epoch milliseconds of the preview; nothing recorded lies after it. */
  readonly now: number;
  readonly today: string;
  /** The last day on which a visit may be due. */
  readonly lastDue: string;
}

export interface ReadValues {
  readonly row: number;
  readonly values: Partial<ImportValues>;
  readonly rejections: readonly ResponseRejection[];
  /** A rejection of the field's cell. */
  readonly reject: (field: ImportField, reason: ResponseReason, firstRow?: number) => ResponseRejection;
}

type Field<Value> = Read<Value, ResponseReason>;

const words =
  (longest: number) =>
  (cell: SheetCell): Field<string> => {
    const text = textOf(cell);
    return text.length > longest ? refuse('textTooLong') : read(text);
  };

const readNumber = (cell: SheetCell): Field<string> => (hasLostDigits(cell) ? refuse('digitsLost') : words(60)(cell));

/** The client masked as it is kept; a telephone number that lost digits would be another client's. */
function readClient(cell: SheetCell): Field<string> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const text = maskClient(textOf(cell));
  return text.length > 80 ? refuse('textTooLong') : read(text);
}

/** A reader for the rows below the header; null for rows without a record. */
export function importReader(reading: ImportReading): (row: SheetRow) => ReadValues | 'blank' | 'ignored' {
  const { kind, agents, timeZone, now, today, lastDue } = reading;
  const mapping = Object.fromEntries(
    IMPORT_FIELDS[kind].map((field) => [field, reading.mapping[field] ?? null]),
  ) as Mapping<ImportField>;
  const moment = (cell: SheetCell): Field<string> => readMoment(cell, timeZone, now);
  const count = (cell: SheetCell): Field<number> => readQuantity(cell, 0);
  const money = (cell: SheetCell): Field<number> => readQuantity(cell, 2);
  const take = rowReader<ImportField, ImportValues, ResponseReason>({
    mapping,
    headers: IMPORT_HEADERS[kind],
    readers: {
      number: readNumber,
      agent: (cell) => {
        if (hasLostDigits(cell)) return refuse('digitsLost');
        const agent = agents.get(textOf(cell).replace(/ /g, '').toUpperCase());
        return agent === undefined ? refuse('agentUnknown') : read(agent);
      },
      agentName: words(60),
      kind: readKind,
      channel: readChannel,
      client: readClient,
      content: words(500),
      note: words(500),
      askedAt: moment,
      repliedAt: moment,
      solvedAt: moment,
      outcome: readOutcome,
      dueOn: (cell) => readDay(cell, lastDue),
      madeOn: (cell) => readDay(cell, today),
      month: (cell) => readMonth(cell, today.slice(0, 7)),
      services: count,
      policies: count,
      clients: count,
      retained: count,
      repurchased: count,
      churned: count,
      cost: money,
      benefit: money,
    },
    required: {
      agent: 'agentMissing',
      ...(kind === 'request' ? { askedAt: 'askedMissing' as const } : {}),
      ...(kind === 'visit' ? { dueOn: 'dueMissing' as const } : {}),
      ...(kind === 'figure' ? { month: 'monthMissing' as const } : {}),
    },
    personal: ['client', 'content', 'note'],
    key: 'agent',
    holdsRecord: () => false,
    cellError: 'cellError',
  });
  return (row) => {
    const found = take(row);
    if (found.kind !== 'read') return found.kind;
    const { agent, agentName } = found.values;
    const plain = (name: string) => name.replace(/[\s·•.]/g, '');
    const rejections = [...found.rejections];
    // A number beside another person's name is a slip in one of the two.
    if (agent && agentName !== undefined && plain(agentName) !== plain(agent.name))
      rejections.push(found.reject('agentName', 'agentNameDiffers'));
    return { row: found.row, values: found.values, rejections, reject: found.reject };
  };
}

/** Whether the row says any figure at all. */
export const saysFigures = (values: Partial<ImportValues>): boolean =>
  FIGURES.some((figure) => values[figure] !== undefined);
