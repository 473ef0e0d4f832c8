// Who may import whom, beyond what the project references of the compiler say.
import type { Import, Source } from '../../support/sources.ts';

interface Wall {
  readonly from: RegExp;
  /** Says what is wrong with an import, or nothing. */
  readonly refuses: (one: Import) => boolean;
  readonly why: string;
}

const into = (pattern: RegExp) => (one: Import) => one.relative && pattern.test(one.target);
const outOf = (pattern: RegExp) => (one: Import) => one.relative && !pattern.test(one.target);
const packages = (allowed: readonly string[]) => (one: Import) => !one.relative && !allowed.includes(one.target);
const isNode = (one: Import) => one.target.startsWith('node:');

const WALLS: readonly Wall[] = [
  { from: /^shared\//, refuses: outOf(/^shared\//), why: 'shared imports shared alone' },
  {
    from: /^shared\/contract\//,
    refuses: outOf(/^shared\/contract\//),
    why: 'the contract imports the contract alone',
  },
  { from: /^shared\/contract\//, refuses: packages(['zod', '@orpc/contract']), why: 'zod and @orpc/contract alone' },
  {
    from: /^shared\/domain\//,
    refuses: outOf(/^shared\/(contract|domain)\//),
    why: 'the domain imports the contract alone',
  },
  {
    from: /^shared\/(domain|standard)\//,
    refuses: packages(['@js-temporal/polyfill']),
    why: 'rules without packages; time comes through shared/domain/time.ts',
  },
  { from: /^shared\/i18n\//, refuses: outOf(/^shared\/(i18n|contract)\//), why: 'texts import texts' },
  { from: /^shared\/i18n\//, refuses: packages([]), why: 'texts are plain' },
  { from: /^electron\//, refuses: into(/^(renderer|test)\//), why: 'the main process never imports the page' },
  { from: /^renderer\//, refuses: into(/^(electron|test)\//), why: 'the page never imports the main process' },
  { from: /^renderer\//, refuses: (one) => isNode(one) || one.target === 'electron', why: 'the page has no Node' },
  {
    from: /^electron\/excel\//,
    refuses: into(/^electron\/(db|features|ipc)\//),
    why: 'workbooks get plain data, never a database handle',
  },
  { from: /^electron\/db\//, refuses: into(/^electron\/(features|ipc|excel)\//), why: 'the store knows no feature' },
  { from: /^electron\/features\//, refuses: into(/^electron\/ipc\//), why: 'use cases know no routes' },
];

export const brokenWalls = (files: readonly Source[]): readonly string[] =>
  files.flatMap(({ path, imports }) =>
    WALLS.filter((wall) => wall.from.test(path)).flatMap((wall) =>
      imports.filter(wall.refuses).map((one) => `${path} imports ${one.specifier}: ${wall.why}`),
    ),
  );

/** Heavy packages, each behind one door. */
const DOORS: readonly { readonly package: RegExp; readonly door: RegExp }[] = [
  { package: /^(exceljs|hucre)$/, door: /^electron\/excel\// },
  { package: /^better-sqlite3$/, door: /^electron\/db\// },
  { package: /^ag-grid-/, door: /^renderer\/components\/grid\// },
  { package: /^echarts$/, door: /^renderer\/components\/chart\// },
  { package: /^pinyin-pro$/, door: /^electron\/features\/people\/pinyin\.ts$/ },
  { package: /^chinese-days$/, door: /^electron\/features\/calendar\/calendar\.ts$/ },
  { package: /^@js-temporal\/polyfill$/, door: /^shared\/domain\/time\.ts$/ },
  { package: /^@orpc\/server$/, door: /^electron\/ipc\// },
  { package: /^@orpc\/(client|tanstack-query)$/, door: /^renderer\/[a-zA-Z]+\.ts$/ },
];

export const passedDoors = (files: readonly Source[]): readonly string[] =>
  files.flatMap(({ path, imports }) =>
    path.startsWith('test/')
      ? []
      : imports
          .filter(({ target }) => DOORS.some((one) => one.package.test(target) && !one.door.test(path)))
          .map(({ specifier }) => `${path} imports ${specifier}`),
  );

/** What the commands and the worker load must run under plain Node: the chain of files by which Electron would come in. */
export function electronReachable(files: readonly Source[], entries: RegExp): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const visit = (path: string, chain: readonly string[]): readonly string[] => {
    const file = byPath.get(path);
    if (!file || seen.has(path)) return [];
    seen.add(path);
    if (file.imports.some(({ target }) => target === 'electron')) return [[...chain, path].join(' → ')];
    return file.imports.flatMap(({ target, relative }) => (relative ? visit(target, [...chain, path]) : []));
  };
  return files.filter(({ path }) => entries.test(path)).flatMap(({ path }) => visit(path, []));
}
