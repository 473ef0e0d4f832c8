// The judges of a workbook that are not our own code: LibreOffice, and the SpreadsheetML schema through lxml.
// In CI a missing one fails the tests that need it; elsewhere they are skipped and the output says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tempDir } from './tempDir.ts';

const root = resolve(import.meta.dirname, '../..');
const runs = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function missing(what: string, remedy: string): void {
  const text = `${what} is missing (${remedy})`;
  if (process.env['CI'] === 'true') throw new Error(text);
  console.log(`Skipped: ${text}`);
}

/** Always recalculates what it opens: otherwise LibreOffice would show us our own cached values. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>
`;

export interface LibreOffice {
  /** Opens a workbook, recalculates every formula, saves it in `folder`; returns the new file's path. */
  readonly recalculated: (file: string, folder: string) => string;
  /** Writes every sheet of the recalculated workbook as UTF-8 into folder/NAME-SHEET.csv, numbers unformatted; returns the folder. */
  readonly csv: (file: string, folder: string) => string;
  readonly pdf: (file: string, folder: string) => string;
}

// Token 12 of the filter's options: -1 writes every sheet into a file of its own, NAME-SHEET.csv.
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** LibreOffice without a window and with a profile of its own, so that several can run at once; undefined when missing. */
export function libreOffice(): LibreOffice | undefined {
  const program = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) =>
    runs(path, '--version'),
  );
  if (program === undefined) {
    missing('LibreOffice', 'apt-get install libreoffice-calc');
    return undefined;
  }
  const convert = (file: string, format: string, folder: string) => {
    using profile = tempDir('office-');
    mkdirSync(profile.file('user'), { recursive: true });
    writeFileSync(profile.file('user/registrymodifications.xcu'), RECALCULATE);
    const settings = [`-env:UserInstallation=${pathToFileURL(profile.path).href}`, '--headless', '--norestore'];
    mkdirSync(folder, { recursive: true });
    const said = execFileSync(program, [...settings, '--convert-to', format, '--outdir', folder, file], {
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 300_000,
    });
    const extension = format.split(':')[0]!;
    const target = join(folder, `${basename(file, extname(file))}.${extension}`);
    if (extension !== 'csv' && !existsSync(target)) throw new Error(`LibreOffice made no ${target}: ${said}`);
    return target;
  };
  return {
    recalculated(file, folder) {
      if (resolve(folder) === resolve(file, '..'))
        throw new Error('The recalculated workbook needs a folder of its own');
      return convert(file, 'xlsx', folder);
    },
    csv: (file, folder) => {
      convert(file, CSV, folder);
      return folder;
    },
    pdf: (file, folder) => convert(file, 'pdf', folder),
  };
}

/** Returns a check of every part of a workbook against the schema: its complaints, none when valid. Undefined when missing. */
export function xsdChecker(): ((file: string) => readonly string[]) | undefined {
  const script = join(process.env['XLSXCHECK'] ?? join(root, '../shared/xlsxcheck'), 'xsdcheck.py');
  if (!existsSync(script)) {
    missing('The SpreadsheetML schema check', 'name its folder in XLSXCHECK');
    return undefined;
  }
  const python = ['python3', '/usr/bin/python3', 'python'].find((path) => runs(path, '-c', 'import lxml.etree'));
  if (python === undefined) {
    missing('lxml for Python', 'apt-get install python3-lxml');
    return undefined;
  }
  return (file) => {
    const lines = execFileSync(python, [script, file], { encoding: 'utf8' }).trim().split('\n');
    if (/ VALID$/.test(lines[0]!)) return [];
    return lines.slice(1).map((line) => line.trim());
  };
}
