// Writes a zip package to an open file: parts copied as they lie in another package, small parts, and long parts deflated
// block by block. The directory can be written more than once, so that a package can be read back before its last part.
import { writeSync, writevSync, ftruncateSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { workbookError } from '../fileError.ts';
import { ParallelDeflate } from './parallelDeflate.ts';
import type { ZipPart } from './readZip.ts';

/** 1 is for local previews, 6 for files that are sent away. */
export type ZipLevel = 1 | 6;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly offset: number;
}

const LOCAL_BYTES = 30;
/** 1 January 2000: a fixed stamp, so that the same data gives the same bytes. */
const DOS_DATE = 0x2821;
const UTF8_NAMES = 0x0800;
const LIMIT = 0xffffffff;

export class ZipWriter {
  private readonly fd: number;
  private readonly entries: Entry[] = [];
  private position = 0;

  /** `fd` is open for writing and empty; the caller closes it. */
  constructor(fd: number) {
    this.fd = fd;
  }

  /** Copies a part of another package without inflating it. */
  copy(part: ZipPart): void {
    this.put(part.name, part.method, part.crc, part.size, part.raw);
  }

  /** Adds a short part. */
  add(name: string, bytes: Buffer, level: ZipLevel): void {
    this.put(name, 8, crc32(bytes), bytes.length, deflateRawSync(bytes, { level }));
  }

  /** Adds a long part: `fill` writes it into the stream; its blocks are deflated in the thread pool meanwhile. */
  async stream(name: string, level: ZipLevel, fill: (stream: ParallelDeflate) => Promise<void>): Promise<void> {
    const offset = this.position;
    this.write(localHeader({ name, method: 8, crc: 0, stored: 0, size: 0, offset }));
    const start = this.position;
    const stream = new ParallelDeflate((bytes) => this.write(bytes), level);
    try {
      await fill(stream);
      await stream.end();
    } finally {
      await stream.settle();
    }
    const entry = { name, method: 8, crc: stream.crc, stored: this.position - start, size: stream.size, offset };
    if (entry.stored > LIMIT || entry.size > LIMIT) throw workbookError('workbookTooLarge', { detail: name });
    writeSync(this.fd, localHeader(entry), 0, LOCAL_BYTES, offset);
    this.entries.push(entry);
  }

  /** Takes the last part back: what comes next overwrites it. */
  removeLast(): void {
    const last = this.entries.pop();
    if (last !== undefined) this.position = last.offset;
  }

  /** Writes the directory behind the parts so far and cuts the file there; parts added later overwrite it. */
  writeDirectory(): void {
    const pieces = this.entries.map(centralHeader);
    const directory = Buffer.concat(pieces);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.position, 16);
    const length = writevSync(this.fd, [directory, end], this.position);
    if (length !== directory.length + end.length) throw shortWrite();
    ftruncateSync(this.fd, this.position + length);
  }

  private put(name: string, method: number, crc: number, size: number, raw: Buffer): void {
    const entry = { name, method, crc, stored: raw.length, size, offset: this.position };
    this.write(localHeader(entry));
    this.write(raw);
    this.entries.push(entry);
  }

  private write(bytes: Buffer): void {
    if (this.position + bytes.length > LIMIT) throw workbookError('workbookTooLarge', { detail: 'zip' });
    let done = 0;
    while (done < bytes.length) {
      const written = writeSync(this.fd, bytes, done, bytes.length - done, this.position + done);
      if (written <= 0) throw shortWrite();
      done += written;
    }
    this.position += bytes.length;
  }
}

/** A disk that takes fewer bytes than asked has no room for the rest. */
function shortWrite(): Error {
  return Object.assign(new Error('short write'), { code: 'ENOSPC' });
}

function localHeader(entry: Entry): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const header = Buffer.alloc(LOCAL_BYTES + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(UTF8_NAMES, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.stored, 18);
  header.writeUInt32LE(entry.size, 22);
  header.writeUInt16LE(name.length, 26);
  name.copy(header, LOCAL_BYTES);
  return header;
}

function centralHeader(entry: Entry): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const header = Buffer.alloc(46 + name.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(UTF8_NAMES, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.stored, 20);
  header.writeUInt32LE(entry.size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  name.copy(header, 46);
  return header;
}
