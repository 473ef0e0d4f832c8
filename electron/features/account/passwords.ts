// Passwords as scrypt keys: N = 2^17, r = 8, p = 1, 32 bytes, a 16-byte salt each (128 MB and some 0.4 s a guess).
// The parameters stand in the stored string, so that they can be raised without locking anyone out.
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

const LOG_N = 17;
const R = 8;
const P = 1;
const KEY_BYTES = 32;

const derive = (secret: string, salt: Buffer, logN: number, r: number, p: number): Promise<Buffer> => {
  const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: 2 * 128 * 2 ** logN * r };
  return new Promise((resolve, reject) => {
    // Normalised, so that the same characters typed on another keyboard or system give the same key.
    scrypt(secret.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
};

/** The string to store for a password or a recovery code; the demo's people, who guard nothing, take a cheaper key. */
export async function hashSecret(secret: string, logN = LOG_N): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, logN, R, P);
  return ['scrypt', logN, R, P, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether the secret gives the stored key; compared in constant time. */
export async function matchesSecret(secret: string, stored: string): Promise<boolean> {
  const [, logN, r, p, salt, key] = stored.split('$');
  if (!logN || !r || !p || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64');
  const given = await derive(secret, Buffer.from(salt, 'base64'), Number(logN), Number(r), Number(p));
  return timingSafeEqual(expected, given);
}

// Without 0/O, 1/I/L, which are misread from paper.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A recovery code to print: five groups of five letters and digits, about 123 bits. */
export function newRecoveryCode(): string {
  const letters: string[] = [];
  while (letters.length < 25) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < 248) letters.push(ALPHABET.charAt(byte % 31)); // 248 = 8 × 31: no letter is likelier
  }
  return [0, 5, 10, 15, 20].map((from) => letters.slice(from, from + 5).join('')).join('-');
}

/** What a person types back: case, spaces and dashes do not matter. */
export const plainRecoveryCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
