// Writes the agent's copy as a PDF and logs it like every file that leaves the console.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Store } from '../../db/store.ts';
import type { Desktop } from '../../desktop.ts';
import { savePrinted } from '../saveFile.ts';
import { personalCopyOf, type CopyOf } from './read.ts';

/** The path, null when the dialog was closed. @throws AppError as `savePrinted` and `personalCopyOf` */
export async function savePersonalCopy(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { title, ...of }: CopyOf & { readonly title: string },
): Promise<string | null> {
  const { agent, period, result, evidence } = personalCopyOf(store, of);
  const rows = evidence.reduce((sum, { count }) => sum + count, 0);
  const facts = { agent: agent.id, kind: period.kind, start: period.start, result: result?.number ?? 0 };
  return savePrinted(
    { store, desktop, actor },
    {
      name: `${title} ${agent.number} ${period.start}.pdf`,
      entry: { kind: 'personalCopy', title, masked: false, reason: title, rows, facts },
    },
  );
}
