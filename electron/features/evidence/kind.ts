// What a file is by its first bytes. Recordings of sales may not be kept by branches below province level (双录), so
// sound and film are refused with that reason and not merely as "not a photo".
import { AppError } from '../../../shared/contract/errors.ts';

export type FileKind = 'jpeg' | 'recording' | 'other';

const at = (bytes: Buffer, offset: number, text: string): boolean =>
  bytes.subarray(offset, offset + text.length).toString('latin1') === text;

// Brands of the ISO container that are still pictures (HEIC, AVIF) and no film.
const STILL = new Set(['heic', 'heix', 'mif1', 'avif', 'heim', 'heis']);
const HEADS = ['ID3', 'OggS', 'fLaC', 'FLV', '#!AMR', 'MThd', '.snd', '\x1a\x45\xdf\xa3', '\x30\x26\xb2\x75', '.RMF'];

function isRecording(bytes: Buffer): boolean {
  if (HEADS.some((head) => at(bytes, 0, head))) return true;
  if (at(bytes, 4, 'ftyp')) return !STILL.has(bytes.subarray(8, 12).toString('latin1'));
  if (['moov', 'mdat', 'wide'].some((box) => at(bytes, 4, box))) return true;
  if (at(bytes, 0, 'RIFF')) return at(bytes, 8, 'WAVE') || at(bytes, 8, 'AVI ');
  if (at(bytes, 0, 'FORM')) return at(bytes, 8, 'AIFF') || at(bytes, 8, 'AIFC');
  // MPEG transport and programme streams, MP3 and AAC frames without a tag.
  if (bytes[0] === 0x47 && bytes[188] === 0x47) return true;
  if (at(bytes, 0, '\x00\x00\x01\xba') || at(bytes, 0, '\x00\x00\x01\xb3')) return true;
  return (
    bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0 && ((bytes[1] ?? 0) & 0x18) !== 0x08 && bytes[1] !== 0xd8
  );
}

export function fileKind(bytes: Buffer): FileKind {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  return isRecording(bytes) ? 'recording' : 'other';
}

/** @throws AppError INVALID recordingRefused or evidenceNotJpeg */
export function refuseForeignFile(bytes: Buffer): void {
  const kind = fileKind(bytes);
  if (kind === 'recording') throw new AppError('INVALID', 'recordingRefused');
  if (kind === 'other') throw new AppError('INVALID', 'evidenceNotJpeg');
}
