// Free text that leaves the console: telephone numbers, mail addresses and identity numbers in it are masked whatever stands
// between their digits, and the people who are given are masked however they are called (个人信息保护法: only what is needed).
import { maskClient } from './maskClient.ts';

export interface NamedPerson {
  readonly name: string;
  /** Telephone number, address or account; empty for none. */
  readonly contact: string;
}

const DIGIT = '[0-9０-９]';
const BETWEEN = String.raw`[\s\-‐-―－·.]{0,3}`;
const MAIL = /[A-Za-z0-9._%+-]+\s?[@＠]\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu;
/** Of a person 15 digits of old or 18, of a bank card 16 to 19, together or in their usual groups. */
const IDENTITY = new RegExp(
  `(?<![0-9A-Za-z０-９])(?:${DIGIT}{14,18}[0-9０-９Xx]|${DIGIT}{6}[ -]${DIGIT}{8}[ -]${DIGIT}{3}[0-9０-９Xx]|${DIGIT}{4}(?:[ -]${DIGIT}{4}){3}(?:[ -]?${DIGIT}{1,3})?)(?![0-9A-Za-z０-９])`,
  'gu',
);
const MOBILE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?(?:00)?[8８][6６]${BETWEEN})?[1１][3-9３-９]${DIGIT}(?:${BETWEEN}${DIGIT}){8}(?!${DIGIT})`,
  'gu',
);
const LANDLINE = new RegExp(
  `(?<!${DIGIT})[(（]?[0０]${DIGIT}{2,3}[)）]?${BETWEEN}${DIGIT}{3,4}${BETWEEN}${DIGIT}{4}(?!${DIGIT})(?:[\\s-]*(?:转|ext\\.?)\\s?${DIGIT}{1,6})?`,
  'giu',
);
/** A number without area code is one only where the text says so. */
const CALLED = new RegExp(
  `(?<=(?:电话|座机|手机|微信|QQ|phone|tel)[^0-9０-９]{0,6})${DIGIT}(?:[ -]?${DIGIT}){4,10}(?!${DIGIT})`,
  'giu',
);

/** The last eleven digits: a country code goes. */
const maskedNumber = (found: string): string => maskClient(found.normalize('NFKC').replaceAll(/\D/g, '').slice(-11));

/** Numbers, mail addresses and identity numbers masked; everything else as it was. Masking twice changes nothing. */
export const maskContacts = (text: string): string =>
  text
    .replace(MAIL, '****')
    .replace(IDENTITY, '****')
    .replace(MOBILE, maskedNumber)
    .replace(LANDLINE, '****')
    .replace(CALLED, '****');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const CHINESE = /^\p{Script=Han}{2,4}$/u;
const DOUBLE = /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|长孙|宇文)/u;
const TITLE = '(?:先生|女士|小姐|太太|夫人|阿姨|叔叔|大爷|大妈|大姐|大哥|老人)';
const SHORTEST_CONTACT = 5;

/** What the text may call a person: the full name, a Chinese one also by its surname with a title. */
function callsOf(name: string): string[] {
  const plain = name.trim();
  if (plain.length < 2) return [];
  const full = Array.from(plain.replaceAll(/\s+/g, ''), escaped).join(String.raw`\s*`);
  if (!CHINESE.test(plain)) return [/[a-z]/i.test(plain) ? `(?<!\\p{L})${full}(?!\\p{L})` : full];
  const surname = DOUBLE.exec(plain)?.[0] ?? plain.slice(0, 1);
  return [full, `${surname}${TITLE}`];
}

/** The contact as it was given, and its digits with anything between them. */
function contactsOf(contact: string): string[] {
  const plain = contact.trim();
  if (plain.length < SHORTEST_CONTACT) return [];
  const digits = plain.normalize('NFKC').replaceAll(/\D/g, '');
  return [escaped(plain), ...(digits.length < SHORTEST_CONTACT ? [] : [digits.split(/(?=\d)/).join(BETWEEN)])];
}

/** Masks these people in texts, and the contacts of anybody. */
export function maskerOf(people: readonly NamedPerson[]): (text: string) => string {
  const calls = [...new Set(people.flatMap(({ name, contact }) => [...contactsOf(contact), ...callsOf(name)]))];
  if (calls.length === 0) return maskContacts;
  const said = new RegExp(calls.toSorted((a, b) => b.length - a.length).join('|'), 'giu');
  return (text) => maskContacts(text.replace(said, (found) => maskClient(found.replaceAll(/\s+/g, ''))));
}
