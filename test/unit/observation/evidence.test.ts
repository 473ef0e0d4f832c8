// Photos and signatures at the border: what is kept, what is taken out, what is refused and why.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanJpeg } from '../../../electron/features/evidence/jpeg.ts';
import { fileKind } from '../../../electron/features/evidence/kind.ts';
import { cleanSignature } from '../../../electron/features/evidence/png.ts';
import { EVIDENCE_BYTES } from '../../../shared/contract/observation.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  baselineJpeg,
  progressiveJpeg,
  SECRETS,
  signaturePng,
  withMetadata,
  withSize,
} from '../../support/pictures.ts';
import '../../support/seed.ts';

const reasonOf = (body: () => unknown): string => {
  try {
    body();
  } catch (error) {
    if (error instanceof AppError) return error.reason;
    throw error;
  }
  return 'none';
};

describe('photos', () => {
  test.each([
    ['baseline', baselineJpeg],
    ['progressive', progressiveJpeg],
  ])('a place or a name inside the file reaches the store (%s)', (_, picture) => {
    const { bytes, width, height } = cleanJpeg(withMetadata(picture()));
    for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
    expect([width, height]).toEqual([24, 16]);
    // Nothing of the picture itself is lost: cleaning what is clean changes nothing.
    expect(bytes.equals(cleanJpeg(bytes).bytes)).toBe(true);
    const scan = picture().indexOf(Buffer.from([0xff, 0xda]));
    expect(bytes.includes(picture().subarray(scan))).toBe(true);
  });

  test('a picture larger than the page makes them is kept', () => {
    expect(reasonOf(() => cleanJpeg(withSize(baselineJpeg(), 1601, 16)))).toBe('evidenceTooManyPixels');
    expect(reasonOf(() => cleanJpeg(withSize(baselineJpeg(), 16, 1601)))).toBe('evidenceTooManyPixels');
    expect(reasonOf(() => cleanJpeg(withSize(baselineJpeg(), 1600, 1600)))).toBe('none');
    expect(reasonOf(() => cleanJpeg(Buffer.alloc(EVIDENCE_BYTES + 1, 0xff)))).toBe('evidenceTooLarge');
  });

  test.each([
    ['WAV', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
    ['MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0', 'latin1')],
    ['M4A', Buffer.from('\0\0\0\x18ftypM4A \0\0\x02\0', 'latin1')],
    ['QuickTime', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0', 'latin1')],
    ['WebM', Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x86', 'latin1')],
    ['MP3 with a tag', Buffer.from('ID3\x03\0\0', 'latin1')],
    ['MP3 frame', Buffer.from([0xff, 0xfb, 0x90, 0x64])],
    ['AMR', Buffer.from('#!AMR\n', 'latin1')],
    ['Ogg', Buffer.from('OggS\0\x02', 'latin1')],
    ['AVI', Buffer.from('RIFF\x24\0\0\0AVI LIST', 'latin1')],
  ])('a recording gets past as "not a photo" without its own reason: %s', (_, bytes) => {
    expect(reasonOf(() => cleanJpeg(bytes))).toBe('recordingRefused');
  });

  test('a picture of another kind is called a recording', () => {
    for (const bytes of [
      signaturePng(),
      Buffer.from('GIF89a'),
      Buffer.from('\0\0\0\x18ftypheic', 'latin1'),
      Buffer.alloc(0),
    ])
      expect(reasonOf(() => cleanJpeg(bytes))).toBe('evidenceNotJpeg');
    expect(fileKind(Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'))).toBe('other');
  });

  test('a cut or garbled file hangs, crashes or is kept in part', () => {
    const whole = withMetadata(progressiveJpeg());
    fc.assert(
      fc.property(fc.nat(whole.length - 14), (cut) => {
        expect(['evidenceDamaged', 'evidenceNotJpeg']).toContain(reasonOf(() => cleanJpeg(whole.subarray(0, cut))));
      }),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const garbled = Buffer.from(whole);
        garbled[at] = value;
        reasonOf(() => cleanJpeg(garbled)); // an AppError or a picture, nothing else
      }),
    );
  });
});

describe('drawn signatures', () => {
  test('side chunks with names survive', () => {
    const kept = cleanSignature(signaturePng());
    expect(kept.includes('tEXt')).toBe(false);
    expect(kept.includes('IDAT')).toBe(true);
    expect(kept.equals(cleanSignature(kept))).toBe(true);
  });

  test('an empty pad counts as a signature', () => {
    expect(reasonOf(() => cleanSignature(signaturePng(false)))).toBe('signatureBlank');
  });

  test('something that is no PNG, or a broken one, is kept', () => {
    const whole = signaturePng();
    expect(reasonOf(() => cleanSignature(baselineJpeg()))).toBe('signatureDamaged');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (cut) => {
        expect(reasonOf(() => cleanSignature(whole.subarray(0, cut)))).toBe('signatureDamaged');
      }),
    );
    const garbled = Buffer.from(whole);
    garbled[garbled.indexOf('IDAT') + 10]! ^= 0xff;
    expect(reasonOf(() => cleanSignature(garbled))).toBe('signatureDamaged');
  });
});
