// Photos as evidence: only JPEG as re-encoded by the page, at most 1600 px a side. Whatever metadata is still inside
// (place, time, device, names) is taken out here, so that nothing depends on the page (个人信息保护法).
import { EVIDENCE_BYTES, EVIDENCE_SIDE } from '../../../shared/contract/observation.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { refuseForeignFile } from './kind.ts';

export interface Picture {
  /** Without metadata. */
  readonly bytes: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
const JFIF_BYTES = 16;

/** SOF0 to SOF15 carry the size; C4, C8 and CC in that range are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const startsWith = (data: Buffer, text: string): boolean => data.subarray(0, text.length).toString('latin1') === text;

/**
 * Application segments that change how the picture looks stay: JFIF without a thumbnail, colour profile, Adobe's
 * colour transform. Exif, XMP, IPTC, comments and everything else go.
 */
function stays(marker: number, data: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return startsWith(data, 'JFIF\0') && data.length === JFIF_BYTES - 2;
  if (marker === 0xe2) return startsWith(data, 'ICC_PROFILE\0');
  return marker === 0xee && startsWith(data, 'Adobe');
}

/** End of the entropy-coded data that begins at `from`: the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0x00 && next !== 0xff && !isBare(next)) return at;
  }
  return -1;
}

const damaged = (): AppError => new AppError('INVALID', 'evidenceDamaged');

/** One pass over the segments. @throws AppError INVALID evidenceDamaged */
function withoutMetadata(bytes: Buffer): { parts: Buffer[]; width: number; height: number } {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let width = 0;
  let height = 0;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === EOI) {
      if (scans === 0) throw damaged();
      parts.push(bytes.subarray(at, at + 2)); // whatever follows the end is left out
      return { parts, width, height };
    }
    if (marker === SOI || marker === 0x00 || isBare(marker) || at + 4 > bytes.length) throw damaged();
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw damaged();
    const data = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (data.length < 6 || width > 0) throw damaged();
      height = data.readUInt16BE(1);
      width = data.readUInt16BE(3);
    }
    if (marker !== SOS) {
      if (stays(marker, data)) parts.push(bytes.subarray(at, end));
      at = end;
      continue;
    }
    if (width === 0) throw damaged();
    scans += 1;
    const stop = endOfScan(bytes, end);
    if (stop < 0) throw damaged();
    parts.push(bytes.subarray(at, stop));
    at = stop;
  }
}

/**
 * Verifies a photo and takes its metadata out.
 * @throws AppError INVALID recordingRefused, evidenceNotJpeg, evidenceTooLarge (MiB), evidenceTooManyPixels (px), evidenceDamaged
 */
export function cleanJpeg(bytes: Buffer): Picture {
  if (bytes.length > EVIDENCE_BYTES)
    throw new AppError('INVALID', 'evidenceTooLarge', { megabytes: EVIDENCE_BYTES / 1024 / 1024 });
  refuseForeignFile(bytes);
  const { parts, width, height } = withoutMetadata(bytes);
  if (width < 1 || height < 1) throw damaged();
  if (Math.max(width, height) > EVIDENCE_SIDE)
    throw new AppError('INVALID', 'evidenceTooManyPixels', { side: EVIDENCE_SIDE });
  return { bytes: Buffer.concat(parts), width, height };
}
