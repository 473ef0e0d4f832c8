// Telephone numbers: one stored form, and the masked one that lists and workbooks show.

/**
 * The stored form: a mainland mobile number as 11 digits, a landline with area code as digits with an optional -extension,
 * any other number as + and digits. Null where it is none of these.
 */
export function normalisePhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s().·\u2010-\u2015-]/g, (mark) => (/[\u2010-\u2015-]/.test(mark) ? '-' : ''));
  const extension = /^(.*?)(?:转|ext|x|#)-?(\d{1,6})$/i.exec(plain);
  const [body, rest] = extension ? [extension[1] ?? '', `-${extension[2] ?? ''}`] : [plain, ''];
  const digits = body.replace(/-/g, '');
  const local = /^(?:\+|00)?86(1[3-9]\d{9}|0\d{9,11}|[1-9]\d{8,10})$/.exec(digits)?.[1] ?? digits;
  if (/^1[3-9]\d{9}$/.test(local)) return rest === '' ? local : null;
  if (/^0\d{9,11}$/.test(local)) return local + rest;
  const foreign = /^(?:\+|00)([1-9]\d{6,14})$/.exec(digits)?.[1];
  return foreign !== undefined && rest === '' ? `+${foreign}` : null;
}

/** 138****1234; of a short number the last two digits stay. */
export function maskPhone(phone: string): string {
  const kept = phone.length >= 10 ? { head: 3, tail: 4 } : { head: 0, tail: 2 };
  return `${phone.slice(0, kept.head)}****${phone.slice(-kept.tail)}`;
}
