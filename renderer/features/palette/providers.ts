// What Ctrl+K can find. A screen adds a provider of its own here: one entry, its search in the screen's folder.
import type { TFunction } from 'i18next';
import type { Permission } from '../../../shared/contract/permissions.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { findCourses } from '../training/findCourses.ts';
import { findImprovements } from '../improvement/findImprovements.ts';
import { findAgents } from '../people/findAgents.ts';
import { findLines } from '../standard/findLines.ts';
import { findRectifications } from '../rectification/findRectifications.ts';
import { findComplaints } from '../complaint/findComplaints.ts';
import { findObservations } from './findObservations.ts';

export interface PaletteItem {
  /** Unique within its provider. */
  readonly id: string;
  readonly title: string;
  /** One short line beside it: number, clause, date. */
  readonly detail?: string;
  /** Address to open. */
  readonly to: string;
}

export interface PaletteProvider {
  readonly id: string;
  readonly permission: Permission;
  /** The heading over its results. */
  readonly title: (t: TFunction) => string;
  /** At most 8 items, best first. `text` is trimmed and not empty. */
  readonly search: (
    text: string,
    context: { readonly language: Language; readonly signal: AbortSignal },
  ) => Promise<readonly PaletteItem[]>;
}

export const PROVIDERS: readonly PaletteProvider[] = [
  findAgents,
  findObservations,
  findLines,
  findRectifications,
  findComplaints,
  findCourses,
  findImprovements,
];
