// Reads the parts of a zip package held in memory. Every size is bounded before a byte is inflated, so that a small file
// cannot blow up, and the checksum of every part is compared, so that damage is named and not guessed at.
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import { workbookError } from '../fileError.ts';

const inflate = promisify(inflateRaw);

/** Limits in bytes and parts. Excel's own largest sheets inflate to a few hundred MB. */
export interface ZipLimits {
  readonly parts: number;
  readonly partBytes: number;
  readonly totalBytes: number;
}
export const ZIP_LIMITS: ZipLimits = { parts: 10_000, partBytes: 640 * 2 ** 20, totalBytes: 2 ** 31 };

export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Inflated size as declared; inflating to any other size is an error. */
  readonly size: number;
  /** The bytes as they lie in the package. */
  readonly raw: Buffer;
}

export interface ZipPackage {
  readonly parts: readonly ZipPart[];
  /** Finds a part by its name, without regard to case, as OPC asks. */
  find(name: string): ZipPart | undefined;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UNSET = 0xffffffff;

const damaged = (detail: string) => workbookError('workbookDamaged', { detail });

/** Opens the package in `bytes`. Throws FILE: workbookNotRecognised, workbookDamaged, workbookTooLarge, workbookEncrypted. */
export function openZip(bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): ZipPackage {
  const end = findEnd(bytes);
  const directory = centralDirectory(bytes, end);
  if (directory.count > limits.parts) throw workbookError('workbookTooLarge', { detail: 'parts' });
  const parts: ZipPart[] = [];
  let at = directory.offset;
  let total = 0;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged('directory');
    const part = readPart(bytes, at);
    total += part.size;
    if (part.size > limits.partBytes || total > limits.totalBytes) {
      throw workbookError('workbookTooLarge', { detail: part.name });
    }
    parts.push(part);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  return { parts, find: (name) => byName.get(name.replace(/^\//, '').toLowerCase()) };
}

/** Inflates a part in the thread pool and checks its size and checksum. */
export async function partBytes(part: ZipPart): Promise<Buffer> {
  if (part.method === 0) return checked(part, part.raw);
  const options = { maxOutputLength: part.size + 1, chunkSize: chunkSize(part) };
  return checked(part, await inflate(part.raw, options).catch((error: unknown) => inflateFailed(part, error)));
}

/** As partBytes, at once: for small parts only. */
export function partBytesSync(part: ZipPart): Buffer {
  if (part.method === 0) return checked(part, part.raw);
  try {
    return checked(part, inflateRawSync(part.raw, { maxOutputLength: part.size + 1, chunkSize: chunkSize(part) }));
  } catch (error) {
    return inflateFailed(part, error);
  }
}

function inflateFailed(part: ZipPart, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  // More bytes than declared is what a bomb looks like; anything else is damage.
  if (code === 'ERR_BUFFER_TOO_LARGE') throw workbookError('workbookTooLarge', { detail: part.name });
  throw error instanceof Error && error.name === 'AppError' ? error : damaged(part.name);
}

/** One output chunk for a part of honest size; a dishonest one does not get its declared memory at once. */
function chunkSize(part: ZipPart): number {
  const plausible = Math.min(part.size + 1, part.raw.length * 40 + 1024, 64 * 2 ** 20);
  return Math.max(1024, plausible);
}

function checked(part: ZipPart, bytes: Buffer): Buffer {
  if (bytes.length !== part.size || crc32(bytes) !== part.crc) throw damaged(part.name);
  return bytes;
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === END) return at;
  // A file that starts as a zip does and has lost its end was cut off, by a full disk or a broken download.
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL) throw damaged('end');
  throw workbookError('workbookNotRecognised');
}

function centralDirectory(bytes: Buffer, end: number): { count: number; offset: number } {
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  const zip64 = end - 20;
  const has64 = (count === 0xffff || offset === UNSET) && zip64 >= 0 && bytes.readUInt32LE(zip64) === 0x07064b50;
  if (!has64) return { count, offset };
  const at = Number(bytes.readBigUInt64LE(zip64 + 8));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== 0x06064b50) throw damaged('directory');
  return { count: Number(bytes.readBigUInt64LE(at + 32)), offset: Number(bytes.readBigUInt64LE(at + 48)) };
}

function readPart(bytes: Buffer, at: number): ZipPart {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const crc = bytes.readUInt32LE(at + 16);
  const nameLength = bytes.readUInt16LE(at + 28);
  const extraLength = bytes.readUInt16LE(at + 30);
  const afterName = at + 46 + nameLength;
  if (afterName + extraLength > bytes.length) throw damaged('directory');
  const name = bytes
    .toString('utf8', at + 46, afterName)
    .replaceAll('\\', '/')
    .replace(/^\//, '');
  if ((flags & 1) !== 0) throw workbookError('workbookEncrypted');
  if (method !== 0 && method !== 8) throw damaged(name);
  const wide = wideSizes(bytes, afterName, extraLength);
  const size = wide.take(bytes.readUInt32LE(at + 24));
  const stored = wide.take(bytes.readUInt32LE(at + 20));
  const local = wide.take(bytes.readUInt32LE(at + 42));
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw damaged(name);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + stored > bytes.length) throw damaged(name);
  return { name, method, crc, size, raw: bytes.subarray(from, from + stored) };
}

/** The 64-bit sizes of extra field 1, taken in order for each value that is unset in the fixed fields. */
function wideSizes(bytes: Buffer, from: number, length: number): { take(value: number): number } {
  let at = -1;
  for (let i = from; i + 4 <= from + length; i += 4 + bytes.readUInt16LE(i + 2)) {
    if (bytes.readUInt16LE(i) === 1) at = i + 4;
  }
  return {
    take(value) {
      if (value !== UNSET || at < 0 || at + 8 > bytes.length) return value;
      at += 8;
      return Number(bytes.readBigUInt64LE(at - 8));
    },
  };
}
