// Real pictures for tests: JPEGs, the same with the metadata that a telephone writes, and signatures as a canvas makes them.
import { crc32 } from 'node:zlib';

/** Baseline, 24 × 16, from a canvas. */
const BASELINE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA' +
  'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1' +
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP' +
  'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/' +
  '2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi' +
  '9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAGAAAAgMA' +
  'AAAAAAAAAAAAAAAAAAUCAwT/xAAeEAABBAMAAwAAAAAAAAAAAAADAAECBBESMRMiUf/EABYBAQEBAAAAAAAAAAAAAAAAAAQCA//EABcRAAMBAA' +
  'AAAAAAAAAAAAAAAAABAhH/2gAMAwEAAhEDEQA/AFlg5qjD8NMlnbOdM+uMfGdPaEZFAIkhuOUotJ4P2Lu3FCuLiaVxcWjBSlhdXFxC3VxcQp0Q' +
  'pP/Z';

/** Progressive with two scans, 24 × 16, plain grey. */
const PROGRESSIVE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ' +
  'EBAQEBAQH/wgALCAAQABgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAAAAD/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAB' +
  'PwAD/9k=';

/** 40 × 20, from a canvas with one stroke, and from an empty one. */
const STROKE =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAYAAAD/Rn+7AAAA40lEQVR4AeyS4Q0BQRBGUQAVaIAKVEADKqABFaACDVCBBqhABTSgAhrg7SVzmW' +
  'zchrOztxKX791Odv+8TL5OK/Pv5wTHuS3U3+ACwTPMIIv4ghOspjCCGyyhC43FF3QiF35z6EMbrrCFASTPK0GRuDOsoAcn2MMBkvY0JIhLmR3T' +
  'EDaQtKfvCuJV5Mjf76nbsllPPxXEr4ju6YMbs57WFcSpiOvpmsmsp98K4lbGpKcxBcU0ak8tBEU0Sk8tBUW0qqfyHjxTCGoB3VN9XzmnFhQR11' +
  'OZg2dTgkEp/fgX1NuoMz8BAAD//zsmD2gAAAAGSURBVAMATGIpKSoHlCIAAAAASUVORK5CYII=';
const BLANK =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAYAAAD/Rn+7AAAAO0lEQVR4AezSsQ0AMAjEQMT+QzOEG4pL/1J0eOf588F6IIIEq0Dda5BgFah7DR' +
  'KsAnWvQYJVoO7fN3gAAAD//w5XHboAAAAGSURBVAMAFMcAKb9Lsw8AAAAASUVORK5CYII=';

export const baselineJpeg = (): Buffer => Buffer.from(BASELINE, 'base64');
export const progressiveJpeg = (): Buffer => Buffer.from(PROGRESSIVE, 'base64');

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** The words that must not survive. */
export const SECRETS = [
  'Exif',
  'GPS 31.2304N',
  'xap/1.0',
  'Photoshop 3.0',
  'written by 张三',
  'after the end',
] as const;

/** The picture with Exif, XMP, IPTC, a comment and bytes after the end. */
export function withMetadata(jpeg: Buffer): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.from('Exif\0\0MM GPS 31.2304N 121.4737E')),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')),
    segment(0xed, Buffer.from('Photoshop 3.0\0' + '8BIM by-line')),
    segment(0xfe, Buffer.from('written by 张三')),
    jpeg.subarray(2),
    Buffer.from('after the end'),
  ]);
}

/** The picture with another size written in its frame header; nothing is drawn there. */
export function withSize(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = Math.max(copy.indexOf(Buffer.from([0xff, 0xc0])), copy.indexOf(Buffer.from([0xff, 0xc2])));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** Bytes of a PNG's head and of its first chunk: other chunks may follow. */
const AFTER_HEADER = 33;

/** A signature with a text chunk that must go, or an empty pad. */
export function signaturePng(drawn = true): Buffer {
  const png = Buffer.from(drawn ? STROKE : BLANK, 'base64');
  return Buffer.concat([
    png.subarray(0, AFTER_HEADER),
    chunk('tEXt', Buffer.from('Author\0张三')),
    png.subarray(AFTER_HEADER),
  ]);
}
