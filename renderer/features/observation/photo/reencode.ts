// Turns any picture into evidence: at most 1600 px, JPEG, without metadata. Drawing it anew on a canvas leaves place, time
// and device of the original behind; sound and film are refused (双录 may not be kept here).
import { EVIDENCE_BYTES, EVIDENCE_SIDE } from '../../../../shared/contract/observation.ts';

export interface Photo {
  readonly base64: string;
  /** data: address for showing it. */
  readonly preview: string;
}

/** Why a file is not taken: keys of `observation.photo.refused`. */
export type Refusal = 'audio' | 'video' | 'notPicture' | 'unreadable' | 'tooLarge';

const QUALITIES = [0.85, 0.7, 0.5] as const;

/** Decides by the type that the file names; null where it may be a picture. */
export function refusalOf(file: { readonly type: string; readonly name: string }): Refusal | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (file.type.startsWith('audio/') || ['mp3', 'm4a', 'wav', 'amr', 'aac', 'ogg', 'flac', 'wma'].includes(ending))
    return 'audio';
  if (file.type.startsWith('video/') || ['mp4', 'mov', 'avi', 'mkv', 'wmv', '3gp', 'webm', 'flv'].includes(ending))
    return 'video';
  return file.type.startsWith('image/') && file.type !== 'image/svg+xml' ? null : 'notPicture';
}

/** The size a picture is drawn at: the longest side at most `EVIDENCE_SIDE`, never enlarged, never below one pixel. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, EVIDENCE_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const toBase64 = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(new Error('unreadable'));
    };
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });

/** Draws the source anew. @throws Error where no quality brings it under the size limit */
export async function encode(source: CanvasImageSource, width: number, height: number): Promise<Photo> {
  const size = fitted(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // JPEG has no transparency: what was see-through becomes white, not black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, size.width, size.height);
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= EVIDENCE_BYTES) {
      const preview = await toBase64(blob);
      return { preview, base64: preview.slice(preview.indexOf(',') + 1) };
    }
  }
  throw new Error('too large');
}

/** A picture file as evidence, or why it is refused. */
export async function reencode(file: File): Promise<Photo | Refusal> {
  const refusal = refusalOf(file);
  if (refusal !== null) return refusal;
  let bitmap: ImageBitmap;
  try {
    // Turned upright here, since the turn is written in the metadata that goes away.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return 'unreadable';
  }
  try {
    return await encode(bitmap, bitmap.width, bitmap.height);
  } catch {
    return 'tooLarge';
  } finally {
    bitmap.close();
  }
}
