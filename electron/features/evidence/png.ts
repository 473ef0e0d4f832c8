// Drawn signatures: a PNG of strokes, checked, stripped to the chunks that make the picture, and not blank.
import { crc32, inflateSync } from 'node:zlib';
import { AppError } from '../../../shared/contract/errors.ts';

const HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const MOST_BYTES = 512 * 1024;
const MOST_SIDE = 2400;
/** Channels of each colour type at 8 bits, as a canvas writes it. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const damaged = (): AppError => new AppError('INVALID', 'signatureDamaged');

interface Chunks {
  readonly kept: Buffer[];
  readonly header: Buffer;
  readonly data: Buffer;
}

function chunksOf(bytes: Buffer): Chunks {
  const kept: Buffer[] = [];
  const data: Buffer[] = [];
  let header: Buffer | null = null;
  for (let at = HEAD.length; ;) {
    if (at + 12 > bytes.length) throw damaged();
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw damaged();
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw damaged();
    const body = bytes.subarray(at + 8, end - 4);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  if (header?.length !== 13 || data.length === 0) throw damaged();
  return { kept, header, data: Buffer.concat(data) };
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** Undoes the row filters in place and says whether any pixel differs from the first. */
function hasStrokes(raw: Buffer, height: number, stride: number, step: number): boolean {
  let differs = false;
  for (let y = 0; y < height; y += 1) {
    const row = y * (stride + 1) + 1;
    const filter = raw[row - 1];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? raw[row + x - step]! : 0;
      const up = y > 0 ? raw[row + x - stride - 1]! : 0;
      const corner = x >= step && y > 0 ? raw[row + x - stride - 1 - step]! : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 9];
      if (add === undefined) throw damaged();
      const value = (raw[row + x]! + add) & 0xff;
      raw[row + x] = value;
      differs ||= value !== raw[1 + (x % step)];
    }
  }
  return differs;
}

/**
 * The PNG without text, time and other side chunks.
 * @throws AppError INVALID signatureDamaged (no PNG, too large, broken) or signatureBlank (nothing was drawn)
 */
export function cleanSignature(bytes: Buffer): Buffer {
  if (bytes.length > MOST_BYTES || !bytes.subarray(0, HEAD.length).equals(HEAD)) throw damaged();
  const { kept, header, data } = chunksOf(bytes);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, interlace] = [header[8], header[9], header[12]];
  const step = CHANNELS[colour ?? -1];
  if (depth !== 8 || step === undefined || interlace !== 0) throw damaged();
  if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) throw damaged();
  const stride = width * step;
  let raw: Buffer;
  try {
    raw = inflateSync(data, { maxOutputLength: (stride + 1) * height + 1 });
  } catch {
    throw damaged();
  }
  if (raw.length !== (stride + 1) * height) throw damaged();
  if (!hasStrokes(raw, height, stride, step)) throw new AppError('INVALID', 'signatureBlank');
  return Buffer.concat([HEAD, ...kept]);
}
