// The task that writes the headquarters workbook: skeleton, charts, rows, then the digest of what can be read back from the
// disk. Runs in the worker; it gets plain data and leaves either a whole file or none.
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { throwIfCancelled } from '../fileError.ts';
import { openWorkbook } from '../read/workbook.ts';
import type { RowInput } from '../write/cellInput.ts';
import { Splicer, type SheetFill } from '../write/splice.ts';
import { writeWholeFile } from '../write/wholeFile.ts';
import { ZipWriter, type ZipLevel } from '../zip/writeZip.ts';
import { arrange } from './arrange.ts';
import { addCharts } from './charts.ts';
import { CHECK_HEADER_ROW, checkColumns, checkFacts, checkRecord, checkRows } from './checkSheet.ts';
import { COVER_FIRST_ROW, COVER_KINDS, planCover } from './coverSheet.ts';
import type { ReportData } from './data.ts';
import { planDictionary } from './dictionarySheet.ts';
import { digestSheet, type SheetDigest } from './digest.ts';
import { planAnswers, planFindings } from './evidenceSheets.ts';
import { INDICATORS_FIRST_ROW, LINE_KINDS, planIndicators } from './indicatorsSheet.ts';
import { linesOf } from './lines.ts';
import { planLoop } from './loopSheets.ts';
import { planMethods } from './methodSheets.ts';
import { planModel } from './modelSheet.ts';
import { planObservations } from './observationsSheet.ts';
import { planOutcomes } from './outcomeSheets.ts';
import type { SheetPlan } from './sheetPlan.ts';
import { buildSkeleton } from './skeleton.ts';
import { planSummary } from './summarySheet.ts';
import { textsOf, type Texts } from './texts.ts';

export interface WriteReportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Stages are sheet names; counts are rows. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** 6 by default, for files that are sent; 1 is faster and larger. */
  readonly level?: ZipLevel;
}

export interface ReportOutcome {
  readonly path: string;
  /** Data rows of all sheets. */
  readonly rows: number;
  /** Total digest of 校验. */
  readonly digest: string;
  readonly sheets: readonly SheetDigest[];
  /** Texts that no cell could hold as they were, in words; they stand on 校验 too. */
  readonly warnings: readonly string[];
}

/**
 * Writes the workbook to `target`, replacing a file of that name only when the new one is whole. Throws FILE errors
 * (diskFull, fileInUse, fileUnwritable) and CANCELLED.
 */
export async function writeReport(
  data: ReportData,
  target: string,
  options: WriteReportOptions = {},
): Promise<ReportOutcome> {
  const { signal, onProgress, level = 6 } = options;
  throwIfCancelled(signal);
  const texts = textsOf(data.language);
  const arranged = arrange(data);
  const { plan: model, refs } = planModel(data, texts);
  const methods = planMethods(data, refs, texts);
  const loop = planLoop(data, refs, texts);
  const described = [
    planSummary(data, arranged, { refs, methods, loop }, texts),
    planObservations(data, arranged, refs, texts),
    planAnswers(arranged, texts),
    planFindings(arranged, texts),
    ...methods.plans,
    ...loop.plans,
    ...planOutcomes(data, texts),
    model,
  ];
  const tables = [...described, planDictionary(described, texts)];
  const indicators = planIndicators(data, arranged, texts);
  const plain = await buildSkeleton(data, { tables, indicators }, texts);
  throwIfCancelled(signal);
  const skeleton = await addCharts(plain, indicators, texts);
  const cover = planCover(data, arranged, texts);
  const { sheets } = texts.book;
  const fills: readonly SheetFill[] = [
    lineFill(sheets.cover, 2, COVER_FIRST_ROW, cover, COVER_KINDS),
    lineFill(sheets.indicators, 4, INDICATORS_FIRST_ROW, indicators.lines, LINE_KINDS),
    ...tables.map(tableFill),
  ];
  const record = await writeWholeFile(target, signal, async (fd, part) => {
    const zip = new ZipWriter(fd);
    const splicer = new Splicer(skeleton, zip, { level, signal, onProgress });
    splicer.copyRest([...fills.map(({ sheet }) => sheet), sheets.check]);
    for (const fill of fills) await splicer.fill(fill);
    await splicer.finishStrings();
    const check = (rows: readonly RowInput[]) => splicer.fillInline(checkFill(rows, texts));
    check([]);
    zip.writeDirectory();
    const digests = await readBack(part, Object.values(sheets), sheets.check, { signal, onProgress });
    const checked = checkRecord(checkFacts(data, splicer.warnings, texts), digests);
    zip.removeLast();
    check(checkRows(checked, texts));
    zip.writeDirectory();
    return checked;
  });
  return {
    path: target,
    rows: tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
    digest: record.total,
    sheets: record.sheets,
    warnings: record.facts.filter(({ key }) => key === 'warning').map(({ value }) => value),
  };
}

/** Digests what is on the disk, so that 校验 vouches for the file and not for what was meant to be in it. */
async function readBack(
  part: string,
  sheets: readonly string[],
  except: string,
  { signal, onProgress }: Pick<WriteReportOptions, 'signal' | 'onProgress'>,
): Promise<readonly SheetDigest[]> {
  const read = signal === undefined ? {} : { signal };
  const book = await openWorkbook(part, read);
  const digests: SheetDigest[] = [];
  const checked = sheets.filter((sheet) => sheet !== except);
  for (const sheet of checked) {
    digests.push(await digestSheet(book, sheet, read));
    onProgress?.({ stage: except, done: digests.length, total: checked.length });
  }
  return digests;
}

function tableFill(plan: SheetPlan): SheetFill {
  let band = 0;
  let previous: unknown;
  const variant = (row: RowInput, index: number): number => {
    if (plan.bandBy === null) return index % 2;
    const value = row[plan.bandBy];
    if (index > 0 && value !== previous) band = 1 - band;
    previous = value;
    return band;
  };
  const lines = linesOf(plan.columns);
  return {
    sheet: plan.name,
    columns: plan.columns.length,
    firstRow: plan.headerRow + 1,
    templates: 2,
    variant,
    ...(lines ? { lines } : {}),
    rows: plan.rows,
    rowCount: plan.rowCount,
  };
}

/** A sheet whose lines each have the format of their kind. */
function lineFill<Kind extends string>(
  sheet: string,
  columns: number,
  firstRow: number,
  lines: readonly { readonly kind: Kind; readonly cells: RowInput }[],
  kinds: readonly Kind[],
): SheetFill {
  return {
    sheet,
    columns,
    firstRow,
    templates: kinds.length,
    variant: (_, index) => kinds.indexOf(lines[index]!.kind),
    rows: lines.map(({ cells }) => cells),
    rowCount: lines.length,
  };
}

function checkFill(rows: readonly RowInput[], texts: Texts): SheetFill {
  return {
    sheet: texts.book.sheets.check,
    columns: checkColumns(texts).length,
    firstRow: CHECK_HEADER_ROW + 1,
    templates: 1,
    rows,
    rowCount: rows.length,
  };
}
