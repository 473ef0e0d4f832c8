// Saves a chart as a picture where the user says.
import type { Actor } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Store } from '../db/store.ts';
import type { Desktop, FileKind } from '../desktop.ts';
import { saveFile } from './saveFile.ts';

const PICTURE: FileKind = { name: 'PNG', extensions: ['png'] };
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Writes the PNG; null when the dialog was closed.
 * @throws AppError INVALID pictureDamaged when it is no PNG; as `saveFile`
 */
export async function savePicture(
  { store, desktop }: { readonly store: Store; readonly desktop: Pick<Desktop, 'pickSaveFile'> },
  actor: Actor,
  { title, png }: { readonly title: string; readonly png: string },
): Promise<{ path: string | null }> {
  const bytes = Buffer.from(png, 'base64');
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new AppError('INVALID', 'pictureDamaged');
  const path = await saveFile(
    { store, desktop, actor },
    {
      ...{ name: `${title}.png`, kind: PICTURE, bytes: () => Promise.resolve(bytes) },
      entry: { kind: 'picture', title, rows: 0, masked: true, reason: null, facts: {} },
    },
  );
  return { path };
}
