// Reads a chosen file as evidence: a picture is drawn anew without its metadata, a PDF goes as it is, all else is refused by name.
import { COMPLAINT_FILE_BYTES } from '../../../shared/contract/complaint.ts';
import { refusalOf, reencode } from '../observation/photo/reencode.ts';

export type FileRefusal = 'tooLarge' | 'notTaken' | 'unreadable';

const PART = 32_768;

/** The file as base64, or why it is not taken. */
export async function evidenceOf(file: File): Promise<{ readonly base64: string } | FileRefusal> {
  if (file.size > COMPLAINT_FILE_BYTES * 4) return 'tooLarge';
  if (file.type === 'application/pdf' || /\.pdf$/i.test(file.name)) {
    if (file.size > COMPLAINT_FILE_BYTES) return 'tooLarge';
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += PART) text += String.fromCharCode(...bytes.subarray(at, at + PART));
    return { base64: btoa(text) };
  }
  if (refusalOf(file) !== null) return 'notTaken';
  const photo = await reencode(file);
  if (typeof photo !== 'string') return { base64: photo.base64 };
  return photo === 'tooLarge' ? 'tooLarge' : 'unreadable';
}
