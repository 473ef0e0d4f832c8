// What the runner knows of one criterion, and how it is read out of a record. Everything is replaced, never changed, so
// that a row is drawn again only when its own item is another one.
import type {
  Evidence,
  Finding,
  FindingFields,
  NotApplicableReason,
  ObservationRecord,
  RedLine,
} from '../../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { isFailing } from '../../../../shared/domain/observation/scale.ts';

export type AnswerValue =
  | { readonly kind: 'scored'; readonly value: number }
  | { readonly kind: 'notApplicable'; readonly reason: NotApplicableReason; readonly words: string };

/** `pending` has not reached the disk; only `saved` shows a tick. */
export type SaveState = 'none' | 'pending' | 'saved';

/** A photo on its way to the disk. */
export interface Upload {
  readonly key: string;
  /** data: address of the re-encoded picture. */
  readonly preview: string;
  readonly caption: string;
}

export interface ItemState {
  readonly answer: AnswerValue | null;
  readonly answerSave: SaveState;
  readonly note: string;
  readonly noteSave: SaveState;
  readonly finding: FindingFields | null;
  readonly findingSave: SaveState;
  readonly evidence: readonly Evidence[];
  readonly uploads: readonly Upload[];
  /** The standing red line, null where none was recorded or it was taken back. */
  readonly redLine: RedLine | null;
}

const EMPTY: ItemState = {
  answer: null,
  answerSave: 'none',
  note: '',
  noteSave: 'none',
  finding: null,
  findingSave: 'none',
  evidence: [],
  uploads: [],
  redLine: null,
};

export const fieldsOf = (finding: Finding): FindingFields => ({
  occurredAt: finding.occurredAt,
  place: finding.place,
  serviceContent: finding.serviceContent,
  description: finding.description,
  scopeOfImpact: finding.scopeOfImpact,
  class: finding.class,
});

/** The items of a record by code, all of them saved. */
export function itemsOf(record: ObservationRecord): ReadonlyMap<string, ItemState> {
  const items = new Map<string, ItemState>(
    (record.standard?.criteria ?? []).map((criterion): [string, ItemState] => [criterion.code, EMPTY]),
  );
  const change = (code: string, part: Partial<ItemState>) => {
    const item = items.get(code);
    if (item) items.set(code, { ...item, ...part });
  };
  for (const { criterion, value, notApplicable, words } of record.answers) {
    const answer: AnswerValue =
      notApplicable === null
        ? { kind: 'scored', value: value ?? 0 }
        : { kind: 'notApplicable', reason: notApplicable, words };
    change(criterion, { answer, answerSave: 'saved' });
  }
  for (const { criterion, text } of record.notes) change(criterion, { note: text, noteSave: 'saved' });
  for (const finding of record.findings)
    change(finding.criterion, { finding: fieldsOf(finding), findingSave: 'saved' });
  for (const evidence of record.evidence)
    if (evidence.criterion !== null)
      change(evidence.criterion, { evidence: [...(items.get(evidence.criterion)?.evidence ?? []), evidence] });
  for (const redLine of record.redLines) if (redLine.state !== 'retracted') change(redLine.criterion, { redLine });
  return items;
}

/** A problem record that only holds what the session filled in: it goes away with the failing answer that opened it. */
export const isUntouched = (finding: FindingFields | null | undefined): boolean =>
  finding !== null &&
  finding !== undefined &&
  finding.description === '' &&
  finding.scopeOfImpact === '' &&
  finding.class === null;

/** Whether something hangs on the row beside its answer. */
export const hasContent = ({ note, evidence, uploads, finding }: ItemState): boolean =>
  note !== '' || evidence.length > 0 || uploads.length > 0 || finding !== null;

/** The value of a scored answer, null for not applicable and unanswered. */
export const valueOf = (item: ItemState | undefined): number | null =>
  item?.answer?.kind === 'scored' ? item.answer.value : null;

/** Whether the item fails its criterion and so needs a problem record (8.2). */
export function failsNow(criterion: Pick<Criterion, 'scale'>, item: ItemState): boolean {
  const value = valueOf(item);
  return value !== null && isFailing(criterion.scale, value);
}
