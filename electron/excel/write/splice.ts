// Splices long tables into a small skeleton workbook while it is zipped. exceljs and hucre make the skeleton, with template
// rows that carry the formats; every other part is copied unchanged, the template rows give way to rendered rows, and the
// texts are appended to the shared strings.
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { breathe } from '../fileError.ts';
import { columnName } from '../read/cells.ts';
import { openZip, partBytesSync, type ZipPackage, type ZipPart } from '../zip/readZip.ts';
import { workbookParts } from '../read/packageParts.ts';
import type { ZipLevel, ZipWriter } from '../zip/writeZip.ts';
import type { RowInput, TextWarning } from './cellInput.ts';
import { textElement } from './cellText.ts';
import { inlineRow } from './inlineRow.ts';
import { rowRenderer } from './rowRenderer.ts';
import { StringTable } from './stringTable.ts';

/** The rows of one sheet. */
export interface SheetFill {
  readonly sheet: string;
  readonly columns: number;
  /** Row of the first template in the skeleton, and of the first row written. Nothing stands below the templates. */
  readonly firstRow: number;
  /** How many template rows there are; `variant` picks one for each row (0 by default). */
  readonly templates: number;
  readonly variant?: (row: RowInput, index: number) => number;
  /** Lines of wrapped text that a row has to show, 1 by default. */
  readonly lines?: (row: RowInput) => number;
  readonly rows: Iterable<RowInput>;
  readonly rowCount: number;
}

export interface SpliceOptions {
  readonly level: ZipLevel;
  readonly signal?: AbortSignal | undefined;
  /** `stage` is the sheet's name, counts are rows. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const STRINGS_PER_PIECE = 4096;

/** The skeleton opened, with the part of each sheet. */
export class Splicer {
  private readonly zip: ZipPackage;
  private readonly sheets: ReadonlyMap<string, ZipPart>;
  private readonly stringsPart: ZipPart;
  private readonly stringsXml: string;
  private readonly table: StringTable;
  private readonly out: ZipWriter;
  private readonly options: SpliceOptions;

  constructor(skeleton: Buffer, out: ZipWriter, options: SpliceOptions) {
    this.zip = openZip(skeleton);
    const parts = workbookParts(skeleton);
    if (parts.strings === undefined) throw new RangeError('the skeleton has no shared strings');
    this.sheets = new Map(parts.sheets.map((sheet) => [sheet.name, sheet.part]));
    this.stringsPart = parts.strings;
    this.stringsXml = partBytesSync(parts.strings).toString('utf8');
    this.table = new StringTable(this.stringsXml.match(/<si[ >/]/g)?.length ?? 0);
    this.out = out;
    this.options = options;
  }

  /** Texts that could not be written as they were. */
  get warnings(): readonly TextWarning[] {
    return this.table.warnings;
  }

  /** Copies every part but the sheets named, which are still to be filled, and the shared strings. */
  copyRest(filled: readonly string[]): void {
    const own = new Set(filled.map((name) => this.part(name).name));
    own.add(this.stringsPart.name);
    for (const part of this.zip.parts) if (!own.has(part.name)) this.out.copy(part);
  }

  /** Writes a sheet with its rows. */
  async fill(fill: SheetFill): Promise<void> {
    const part = this.part(fill.sheet);
    const { head, tail, styles } = cutTemplates(partBytesSync(part).toString('utf8'), fill);
    const render = rowRenderer(fill.sheet, styles, this.table);
    const { signal, onProgress, level } = this.options;
    await this.out.stream(part.name, level, async (stream) => {
      await stream.text(head);
      let index = 0;
      for (const row of fill.rows) {
        render(stream, row, fill.firstRow + index, fill.variant?.(row, index) ?? 0, fill.lines?.(row));
        index++;
        if (!stream.full) continue;
        await stream.flush();
        onProgress?.({ stage: fill.sheet, done: index, total: fill.rowCount });
        await breathe(signal);
      }
      if (index !== fill.rowCount) throw new RangeError(`${fill.sheet}: ${index} rows for ${fill.rowCount}`);
      onProgress?.({ stage: fill.sheet, done: index, total: fill.rowCount });
      await stream.text(tail);
    });
    await breathe(signal);
  }

  /** Writes a short sheet at once with its texts inline, also after the shared strings. */
  fillInline(fill: SheetFill): void {
    const part = this.part(fill.sheet);
    const { head, tail, styles } = cutTemplates(partBytesSync(part).toString('utf8'), fill);
    const rows = [...fill.rows].map((row, index) =>
      inlineRow(row, fill.firstRow + index, styles[fill.variant?.(row, index) ?? 0]!),
    );
    this.out.add(part.name, Buffer.from(head + rows.join('') + tail, 'utf8'), this.options.level);
  }

  /** Writes the shared strings, after all sheets that use them. */
  async finishStrings(): Promise<void> {
    const { added } = this.table;
    const end = this.stringsXml.lastIndexOf('</sst>');
    // Both counts are optional hints; the skeleton's would be wrong now.
    const head = this.stringsXml.slice(0, end).replace(/ (?:count|uniqueCount)="\d+"/g, '');
    await this.out.stream(this.stringsPart.name, this.options.level, async (stream) => {
      await stream.text(head);
      for (let from = 0; from < added.length; from += STRINGS_PER_PIECE) {
        const piece = added.slice(from, from + STRINGS_PER_PIECE);
        await stream.text(piece.map((text) => `<si>${textElement(text)}</si>`).join(''));
      }
      await stream.text('</sst>');
    });
  }

  private part(sheet: string): ZipPart {
    const part = this.sheets.get(sheet);
    if (part === undefined) throw new RangeError(`the skeleton has no sheet ${sheet}`);
    return part;
  }
}

/** The sheet's XML before and after its template rows, and the cell formats of the templates. */
function cutTemplates(xml: string, fill: SheetFill): { head: string; tail: string; styles: number[][] } {
  const from = xml.search(new RegExp(`<row [^>]*\\br="${fill.firstRow}"`));
  const to = xml.indexOf('</sheetData>');
  if (from < 0 || to < from) throw new RangeError(`${fill.sheet}: no template row ${fill.firstRow}`);
  const templates = xml.slice(from, to);
  const styles = Array.from({ length: fill.templates }, (_, template) =>
    Array.from({ length: fill.columns }, (_, i) => {
      const ref = `${columnName(i + 1)}${fill.firstRow + template}`;
      const cell = new RegExp(`<c [^>]*\\br="${ref}"[^>]*>`).exec(templates)?.[0] ?? '';
      return Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0);
    }),
  );
  const last = `${columnName(fill.columns)}${Math.max(1, fill.firstRow + fill.rowCount - 1)}`;
  const head = xml.slice(0, from).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`);
  return { head, tail: xml.slice(to), styles };
}
