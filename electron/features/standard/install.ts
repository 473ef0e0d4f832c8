// Puts the built-in standard into an empty console as version 1.
import { builtInStandard } from '../../../shared/standard/builtIn.ts';
import { BUILT_IN_TITLE } from '../../../shared/standard/titles.ts';
import type { Change } from '../../db/store.ts';
import { insertDraft, setPublished, versionById } from './versions.ts';

/** Publishes the built-in standard inside the caller's transaction and returns the version's id. For an empty console only. */
export function installBuiltInStandard(tx: Change): string {
  const id = insertDraft(tx, { title: BUILT_IN_TITLE.zh, basedOn: null, content: builtInStandard });
  setPublished(tx, id);
  const { number, digest } = versionById(tx, id);
  tx.note({ action: 'standard.installed', entity: 'standard', entityId: id, facts: { number, digest } });
  return id;
}
