// The text of cells: XML entities, CDATA, and SpreadsheetML's own escape _xHHHH_ for characters that XML cannot hold.
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes character references and the five named entities, and unwraps CDATA sections. */
export function decodeXml(raw: string): string {
  if (raw.includes('<![CDATA[')) {
    return raw
      .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
      .map((piece, i) => (i % 2 === 1 ? piece : decodeXml(piece)))
      .join('');
  }
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (all, hex, decimal, name) => {
    const code = typeof hex === 'string' ? parseInt(hex, 16) : typeof decimal === 'string' ? Number(decimal) : -1;
    if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    return NAMED[String(name)] ?? all;
  });
}

/** Decodes a cell's text: entities, then _xHHHH_ (`_x005F_` is the escaped underscore). */
export function decodeCellText(raw: string): string {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
