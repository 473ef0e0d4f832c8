// Deflates one long part in blocks of 1 MB on the thread pool: each block is primed with the 32 KB before it and ends on a
// byte border, so the blocks written in order are one deflate stream (the way of pigz). At most four are under way.
import { constants, crc32, deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import type { ZipLevel } from './writeZip.ts';

const deflate = promisify(deflateRaw);
const BLOCK = 2 ** 20;
const WINDOW = 32_768;
const IN_FLIGHT = 4;
/** Room behind a block's end, so that a whole row can be written before the size is looked at. */
export const BLOCK_SLACK = 2 ** 17;

export class ParallelDeflate {
  /** Of all bytes flushed so far. */
  crc = 0;
  size = 0;
  /** The block being filled: callers write at `offset`, move it, and call `flushIfFull` between rows. */
  bytes: Buffer = Buffer.allocUnsafe(BLOCK + BLOCK_SLACK);
  offset = 0;
  private readonly write: (bytes: Buffer) => void;
  private readonly level: ZipLevel;
  private readonly queue: { readonly work: Promise<Buffer>; readonly own: Buffer }[] = [];
  private readonly free: Buffer[] = [];
  private dictionary: Buffer | undefined;

  constructor(write: (bytes: Buffer) => void, level: ZipLevel) {
    this.write = write;
    this.level = level;
  }

  get full(): boolean {
    return this.offset >= BLOCK;
  }

  /** Hands the block to the pool; waits only while too many are under way. */
  async flush(): Promise<void> {
    if (this.offset === 0) return;
    this.start(constants.Z_SYNC_FLUSH);
    await this.drain(IN_FLIGHT - 1);
  }

  /** Writes text of any length. */
  async text(text: string): Promise<void> {
    const encoded = Buffer.from(text, 'utf8');
    for (let from = 0; from < encoded.length;) {
      if (this.full) await this.flush();
      const copied = encoded.copy(this.bytes, this.offset, from, Math.min(encoded.length, from + BLOCK - this.offset));
      this.offset += copied;
      from += copied;
    }
  }

  /** Ends the part and waits until all of it is written. */
  async end(): Promise<void> {
    this.start(constants.Z_FINISH);
    await this.drain(0);
  }

  /** After a failure: waits for the blocks under way, so that nothing is written to a closed file. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.queue.splice(0).map(({ work }) => work));
  }

  private start(finishFlush: number): void {
    const own = this.bytes;
    const block = own.subarray(0, this.offset);
    this.crc = crc32(block, this.crc);
    this.size += block.length;
    const { dictionary } = this;
    const options = { level: this.level, memLevel: 9, chunkSize: 2 ** 18, finishFlush };
    const work = deflate(block, dictionary === undefined ? options : { ...options, dictionary });
    this.queue.push({ work, own });
    // The copy outlives the block, which is filled anew as soon as it has been deflated.
    this.dictionary = Buffer.from(block.subarray(Math.max(0, block.length - WINDOW)));
    this.bytes = this.free.pop() ?? Buffer.allocUnsafe(BLOCK + BLOCK_SLACK);
    this.offset = 0;
  }

  private async drain(left: number): Promise<void> {
    while (this.queue.length > left) {
      const first = this.queue[0]!;
      const deflated = await first.work;
      this.queue.shift();
      this.free.push(first.own);
      this.write(deflated);
    }
  }
}
