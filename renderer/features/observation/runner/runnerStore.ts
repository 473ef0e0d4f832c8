// A running observation on the page: answers at once on the screen, in order to the disk, ticked when they are there.
// Outside React, so that an answer draws its own row and the counters again and nothing else.
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../../shared/contract/contract.ts';
import type {
  FindingFields,
  ObservationRecord,
  ServiceContext,
} from '../../../../shared/contract/observationRecord.ts';
import type { Saved } from '../../../../shared/contract/observation.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { isFailing } from '../../../../shared/domain/observation/scale.ts';
import { createDrafts } from './drafts.ts';
import { fieldsOf, isUntouched, itemsOf, type AnswerValue, type ItemState } from './itemState.ts';
import { stateOf, type RunnerState } from './runnerState.ts';
import { createSaveQueue, type SaveJob } from './saveQueue.ts';

export type ObservationRoutes = ContractRouterClient<Contract>['observation'];

export interface PhotoInput {
  readonly base64: string;
  readonly preview: string;
  readonly caption: string;
}

export interface RunnerOptions {
  readonly record: ObservationRecord;
  readonly routes: ObservationRoutes;
  /** What a new problem record starts with: time, place and service of this session. */
  readonly freshFinding: (context: ServiceContext) => FindingFields;
  /** A photo reached the disk under this id: its bytes need not be read again. */
  readonly onStored?: (evidenceId: string, base64: string) => void;
}

/** What a write holds, for the words that name it; `code` is the item's, where it belongs to one. */
export interface Unsaved {
  readonly part: 'answer' | 'note' | 'finding' | 'photo' | 'notice' | 'context' | 'timer';
  readonly code?: string;
}

export type RunnerStore = ReturnType<typeof createRunnerStore>;

export function createRunnerStore({ record, routes, freshFinding, onStored }: RunnerOptions) {
  const id = record.id;
  const criteria = record.standard?.criteria ?? [];
  const byCode: ReadonlyMap<string, Criterion> = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const listeners = new Set<() => void>();
  let state: RunnerState = stateOf(record);
  let uploads = 0;

  const set = (part: Partial<RunnerState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const setItem = (code: string, part: Partial<ItemState>) => {
    const item = state.items.get(code);
    if (item) set({ items: new Map(state.items).set(code, { ...item, ...part }) });
  };
  const item = (code: string): ItemState | undefined => state.items.get(code);

  const queue = createSaveQueue<SaveJob & { readonly what: Unsaved }>(({ waiting, failure }) =>
    set({ waiting, failure }),
  );
  const save = (what: Unsaved, key: string, run: () => Promise<Saved>) =>
    queue.push({
      key,
      what,
      run: async () => {
        const { savedAt, signaturesVoided } = await run();
        set({ savedAt, signaturesVoided: state.signaturesVoided || signaturesVoided });
      },
    });
  const drafts = createDrafts();

  const saveFinding = (code: string) =>
    save({ part: 'finding', code }, `finding:${code}`, async () => {
      const fields = item(code)?.finding ?? freshFinding(state.context);
      const saved = await routes.finding({ id, criterion: code, fields });
      // Typed on while it was being saved: the newer text has a save of its own.
      if (item(code)?.finding === fields) setItem(code, { findingSave: 'saved', finding: fieldsOf(saved.finding) });
      return saved;
    });

  /** A failing answer opens its problem record with what the session already knows (8.2). */
  const openFinding = (code: string) => {
    if ((item(code)?.finding ?? null) !== null) return;
    setItem(code, { finding: freshFinding(state.context), findingSave: 'pending' });
    saveFinding(code);
  };

  const removeFinding = (code: string) => {
    drafts.forget(`finding:${code}`);
    setItem(code, { finding: null, findingSave: 'none' });
    save({ part: 'finding', code }, '', () => routes.removeFinding({ id, criterion: code }));
  };

  const answer = (code: string, value: AnswerValue, next: string | null, redLineConfirmed = false): void => {
    const criterion = byCode.get(code);
    if (!criterion) return;
    setItem(code, { answer: value, answerSave: 'pending' });
    save({ part: 'answer', code }, '', async () => {
      const input = value.kind === 'scored' ? { ...value, redLineConfirmed } : value;
      const saved = await routes.answer({ id, criterion: code, answer: input, position: next });
      // Answered again meanwhile: the tick waits for the newer answer.
      const part = { redLine: saved.redLine?.state === 'retracted' ? null : saved.redLine };
      setItem(code, item(code)?.answer === value ? { ...part, answerSave: 'saved' } : part);
      return saved;
    });
    if (value.kind === 'scored' && isFailing(criterion.scale, value.value)) openFinding(code);
    else if (isUntouched(item(code)?.finding)) removeFinding(code);
  };

  const rememberPosition = (code: string) =>
    drafts.later('position', () => {
      // Losing it costs one key press, so it never stands in the way of answers.
      routes.position({ id, criterion: code }).catch(() => undefined);
    });

  const reload = async (): Promise<void> => {
    const fresh = await routes.open({ id });
    set({ ...stateOf(fresh), items: itemsOf(fresh), cursor: state.cursor, moves: state.moves });
  };

  return {
    id,
    criteria,
    byCode,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    state: () => state,
    answer,
    clear: (code: string) => {
      setItem(code, { answer: null, answerSave: 'pending' });
      save({ part: 'answer', code }, '', async () => {
        const saved = await routes.answer({ id, criterion: code, answer: { kind: 'clear' }, position: code });
        setItem(code, { redLine: null, ...(item(code)?.answer === null ? { answerSave: 'none' } : {}) });
        return saved;
      });
    },
    /** `byKey` brings the item to its place in the window. */
    moveTo: (code: string, byKey: boolean) => {
      if (!byCode.has(code)) return;
      const moved = code !== state.cursor;
      set({ cursor: code, moves: byKey ? state.moves + 1 : state.moves });
      if (moved) rememberPosition(code);
    },
    editNote: (code: string, text: string) => {
      setItem(code, { note: text, noteSave: 'pending' });
      drafts.later(`note:${code}`, () =>
        save({ part: 'note', code }, `note:${code}`, async () => {
          const note = item(code)?.note ?? '';
          const saved = await routes.note({ id, criterion: code, text: note });
          if (item(code)?.note === note) setItem(code, { noteSave: 'saved' });
          return saved;
        }),
      );
    },
    openFinding,
    editFinding: (code: string, fields: FindingFields) => {
      setItem(code, { finding: fields, findingSave: 'pending' });
      drafts.later(`finding:${code}`, () => saveFinding(code));
    },
    removeFinding,
    addPhoto: (code: string, { base64, preview, caption }: PhotoInput) => {
      uploads += 1;
      const key = `upload-${uploads}`;
      setItem(code, { uploads: [...(item(code)?.uploads ?? []), { key, preview, caption }] });
      save({ part: 'photo', code }, '', async () => {
        const saved = await routes.addEvidence({ id, criterion: code, caption, consent: true, jpeg: base64 });
        onStored?.(saved.evidence.id, base64);
        setItem(code, {
          uploads: (item(code)?.uploads ?? []).filter((upload) => upload.key !== key),
          evidence: [...(item(code)?.evidence ?? []), saved.evidence],
        });
        return saved;
      });
    },
    captionPhoto: (code: string, evidenceId: string, caption: string) => {
      const evidence = (item(code)?.evidence ?? []).map((one) => (one.id === evidenceId ? { ...one, caption } : one));
      setItem(code, { evidence });
      save({ part: 'photo', code }, `caption:${evidenceId}`, () => routes.captionEvidence({ id, evidenceId, caption }));
    },
    removePhoto: (code: string, evidenceId: string) => {
      setItem(code, { evidence: (item(code)?.evidence ?? []).filter((one) => one.id !== evidenceId) });
      save({ part: 'photo', code }, '', () => routes.removeEvidence({ id, evidenceId }));
    },
    confirmNotice: () =>
      save({ part: 'notice' }, '', async () => {
        const saved = await routes.confirmNotice({ id });
        set({ noticeConfirmedAt: saved.savedAt });
        return saved;
      }),
    setContext: (context: ServiceContext) =>
      save({ part: 'context' }, '', async () => {
        const saved = await routes.setContext({ id, context });
        set({ context });
        return saved;
      }),
    time: (action: 'start' | 'stop' | 'reset') =>
      save({ part: 'timer' }, '', async () => {
        const saved = await routes.introduction({ id, action });
        set({ introduction: saved.introduction });
        return saved;
      }),
    setMinutes: (minutes: number | null) =>
      save({ part: 'timer' }, 'minutes', async () => {
        const saved = await routes.introductionMinutes({ id, minutes });
        set({ introduction: saved.introduction });
        return saved;
      }),
    retry: queue.retry,
    /** Gives up the write that failed and shows again what is on disk. */
    giveUp: async () => {
      queue.drop();
      if ((await queue.settled()).failure === null) await reload();
    },
    /** Sends what is still being typed, and waits until all is on disk or one failed. */
    flush: () => {
      drafts.flush();
      return queue.settled();
    },
    /** Whether leaving now could lose something: typed, on its way, or refused. */
    anyUnsaved: () => drafts.any() || queue.jobs().length > 0,
    /** What is not on disk yet, each part of an item named once, in the order in which it was entered. */
    unsaved: (): readonly Unsaved[] => {
      const named = queue.jobs().map(({ what }) => [`${what.part}:${what.code ?? ''}`, what] as const);
      return [...new Map(named).values()];
    },
    /** Sends everything, what failed before included, and waits until all is on disk or one failed. */
    sendAll: () => {
      drafts.flush();
      queue.retry();
      return queue.settled();
    },
  };
}
