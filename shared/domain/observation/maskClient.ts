// Clients are shown masked (个人信息保护法: only what is needed): 张三 → 张**, 13812345678 → 138****5678.

const SEPARATORS = /[\s,，、;；:：/()（）]+/u;
const RUNS = /[0-9A-Za-z-]*[0-9][0-9A-Za-z-]*|[^0-9]+/gu;
const MASKED = /^(?:[^*\d]\*\*|\*{4}|\*{4}[0-9A-Za-z]{2,4}|\d{3}\*{4}\d{4})$/u;

function maskNumber(run: string): string {
  const plain = run.replaceAll('-', '');
  if (/^\d{11}$/.test(plain)) return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
  if (plain.length >= 10) return `****${plain.slice(-4)}`;
  return plain.length >= 5 ? `****${plain.slice(-2)}` : '****';
}

const maskRun = (run: string): string =>
  /\d/.test(run) ? maskNumber(run) : `${String.fromCodePoint(run.codePointAt(0) ?? 42)}**`;

function maskToken(token: string): string {
  if (MASKED.test(token)) return token;
  const bare = token.replaceAll('*', '');
  return (bare.match(RUNS) ?? []).map(maskRun).join(' ');
}

/**
 * The masked form: of a name its first character, of a mobile number its first three and last four digits, of other
 * numbers the last two to four characters. Masking twice changes nothing. Empty stays empty.
 */
export const maskClient = (typed: string): string =>
  typed
    .normalize('NFKC')
    .split(SEPARATORS)
    .filter((token) => token !== '')
    .map(maskToken)
    .filter((token) => token !== '')
    .join(' ');
