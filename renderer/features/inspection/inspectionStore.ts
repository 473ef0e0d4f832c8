// A running review or patrol on the page: verdicts at once on the screen, in order to the disk, marked when they are there.
// Outside React, so that a verdict draws its own cell again and little else.
import { useSyncExternalStore } from 'react';
import type {
  FindingSaved,
  InspectionFinding,
  InspectionPhoto,
  InspectionRedLine,
  InspectionSaved,
  PhotoSaved,
  Verdict,
  VerdictSaved,
} from '../../../shared/contract/inspection.ts';
import type { FindingFields } from '../../../shared/contract/observationRecord.ts';
import { createDrafts } from '../observation/runner/drafts.ts';
import type { Photo } from '../observation/photo/reencode.ts';
import type { PhotoReader } from '../observation/photo/usePhoto.ts';
import type { SaveState, Upload } from '../observation/runner/itemState.ts';
import { createSaveQueue } from '../observation/runner/saveQueue.ts';

export interface CellPlace {
  readonly agentId: string;
  readonly criterion: string;
}

/** What is known of one check of one agent. Replaced, never changed. */
export interface Cell {
  readonly verdict: Verdict | null;
  /** Only `saved` shows its mark. */
  readonly save: SaveState;
  readonly finding: FindingFields | null;
  readonly findingSave: SaveState;
  /** Of its problem record; those on their way to the disk apart. */
  readonly photos: readonly InspectionPhoto[];
  readonly uploads: readonly Upload[];
  readonly redLine: boolean;
}

const EMPTY: Cell = {
  verdict: null,
  save: 'none',
  finding: null,
  findingSave: 'none',
  photos: [],
  uploads: [],
  redLine: false,
};

export interface InspectionPage {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly waiting: number;
  readonly failure: unknown;
  readonly savedAt: string;
}

/** What of a record the store begins with. */
export interface Kept {
  readonly savedAt: string;
  readonly verdicts: readonly (CellPlace & { readonly verdict: Verdict })[];
  readonly findings: readonly InspectionFinding[];
  readonly photos: readonly InspectionPhoto[];
  readonly redLines: readonly InspectionRedLine[];
}

/** A photo as it was taken, with its caption. */
type NewPhoto = Photo & { readonly caption: string };

export interface PhotoRoutes {
  /** How a stored one is read. */
  readonly photo: PhotoReader;
  readonly addPhoto: (place: CellPlace, photo: NewPhoto) => Promise<PhotoSaved>;
  readonly captionPhoto: (photoId: string, caption: string) => Promise<InspectionSaved>;
  readonly removePhoto: (photoId: string) => Promise<InspectionSaved>;
}

export interface InspectionRoutes extends PhotoRoutes {
  readonly give: (place: CellPlace, verdict: Verdict | null, redLineConfirmed: boolean) => Promise<VerdictSaved>;
  readonly finding: (place: CellPlace, fields: FindingFields) => Promise<FindingSaved>;
  /** What is on the disk, after a write was given up. */
  readonly read: () => Promise<Kept>;
  /** What a new problem record starts with: time, place and service. */
  readonly fresh: () => FindingFields;
}

export const cellKey = ({ agentId, criterion }: CellPlace): string => `${agentId} ${criterion}`;

function cellsOf(kept: Kept): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const change = (place: CellPlace, part: Partial<Cell>) =>
    cells.set(cellKey(place), { ...(cells.get(cellKey(place)) ?? EMPTY), ...part });
  for (const place of kept.verdicts) change(place, { verdict: place.verdict, save: 'saved' });
  for (const {
    agentId,
    criterion,
    occurredAt,
    place,
    serviceContent,
    description,
    scopeOfImpact,
    ...finding
  } of kept.findings)
    change(
      { agentId, criterion },
      {
        finding: { occurredAt, place, serviceContent, description, scopeOfImpact, class: finding.class },
        findingSave: 'saved',
      },
    );
  for (const [key, photos] of Map.groupBy(kept.photos, cellKey))
    cells.set(key, { ...(cells.get(key) ?? EMPTY), photos });
  for (const line of kept.redLines) if (line.state !== 'retracted') change(line, { redLine: true });
  return cells;
}

export type InspectionStore = ReturnType<typeof createInspectionStore>;

export function createInspectionStore(kept: Kept, routes: InspectionRoutes) {
  const listeners = new Set<() => void>();
  let page: InspectionPage = { cells: cellsOf(kept), waiting: 0, failure: null, savedAt: kept.savedAt };
  const set = (part: Partial<InspectionPage>) => {
    page = { ...page, ...part };
    for (const listener of listeners) listener();
  };
  const cell = (key: string): Cell => page.cells.get(key) ?? EMPTY;
  const setCell = (key: string, part: Partial<Cell>) =>
    set({ cells: new Map(page.cells).set(key, { ...cell(key), ...part }) });
  const queue = createSaveQueue(({ waiting, failure }) => set({ waiting, failure }));
  const drafts = createDrafts();
  let uploads = 0;

  const saveFinding = (place: CellPlace) => {
    const key = cellKey(place);
    queue.push({
      key: `finding ${key}`,
      run: async () => {
        const fields = cell(key).finding;
        if (fields === null) return;
        const { savedAt } = await routes.finding(place, fields);
        if (cell(key).finding === fields) setCell(key, { findingSave: 'saved' });
        set({ savedAt });
      },
    });
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    page: () => page,
    cell: (place: CellPlace): Cell => cell(cellKey(place)),
    /** Gives or takes back a verdict; a failing one opens its problem record. */
    give: (place: CellPlace, verdict: Verdict | null, redLineConfirmed = false) => {
      const key = cellKey(place);
      const opens = verdict === 'failed' && cell(key).finding === null;
      setCell(key, {
        verdict,
        save: 'pending',
        ...(opens ? { finding: routes.fresh(), findingSave: 'pending' as const } : {}),
      });
      queue.push({
        key: '',
        run: async () => {
          const { savedAt, redLine } = await routes.give(place, verdict, redLineConfirmed);
          if (cell(key).verdict === verdict)
            setCell(key, { save: verdict === null ? 'none' : 'saved', redLine: redLine !== null });
          set({ savedAt });
        },
      });
      if (opens) saveFinding(place);
    },
    edit: (place: CellPlace, finding: FindingFields) => {
      setCell(cellKey(place), { finding, findingSave: 'pending' });
      drafts.later(cellKey(place), () => saveFinding(place));
    },
    photo: routes.photo,
    addPhoto: (place: CellPlace, photo: NewPhoto) => {
      const key = cellKey(place);
      uploads += 1;
      const upload: Upload = { key: `upload-${uploads}`, preview: photo.preview, caption: photo.caption };
      setCell(key, { uploads: [...cell(key).uploads, upload] });
      queue.push({
        key: '',
        run: async () => {
          const saved = await routes.addPhoto(place, photo);
          setCell(key, {
            uploads: cell(key).uploads.filter((one) => one !== upload),
            photos: [...cell(key).photos, saved.photo],
          });
          set({ savedAt: saved.savedAt });
        },
      });
    },
    captionPhoto: (place: CellPlace, photoId: string, caption: string) => {
      const key = cellKey(place);
      const photos = cell(key).photos.map((one) => (one.id === photoId ? { ...one, caption } : one));
      setCell(key, { photos });
      queue.push({
        key: `caption ${photoId}`,
        run: async () => set({ savedAt: (await routes.captionPhoto(photoId, caption)).savedAt }),
      });
    },
    removePhoto: (place: CellPlace, photoId: string) => {
      const key = cellKey(place);
      setCell(key, { photos: cell(key).photos.filter((one) => one.id !== photoId) });
      queue.push({ key: '', run: async () => set({ savedAt: (await routes.removePhoto(photoId)).savedAt }) });
    },
    retry: queue.retry,
    /** Gives up the write that failed and shows again what is on disk. */
    giveUp: async () => {
      queue.drop();
      if ((await queue.settled()).failure !== null) return;
      const now = await routes.read();
      set({ cells: cellsOf(now), savedAt: now.savedAt });
    },
    /** Sends what is still being typed, and waits until all is on disk or one failed. */
    flush: () => {
      drafts.flush();
      return queue.settled();
    },
  };
}

/** A part of the page's state; `select` must return the same value for the same state. */
export const useInspection = <T>(store: InspectionStore, select: (page: InspectionPage) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.page()));

/** The state of one check. */
export const useCell = (store: InspectionStore, place: CellPlace): Cell =>
  useSyncExternalStore(store.subscribe, () => store.cell(place));
