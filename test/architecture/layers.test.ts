// Would catch: a layer that dissolves, a heavy package that leaks out of its door, Electron in code that must run in Node.
import { expect, test } from 'vitest';
import { code, source } from '../support/sources.ts';
import { brokenWalls, electronReachable, passedDoors } from './rules/layers.ts';

const plain = /^electron\/(cli\/|worker\.ts$|db\/|features\/|excel\/|tasks\/)/;

test('imports go one way', () => {
  const bad = [
    source('shared/domain/a.ts', "import { t } from '../i18n/texts.ts';\nimport fs from 'node:fs';"),
    source('shared/contract/b.ts', "export { x } from '../domain/x.ts';"),
    source('renderer/c.ts', "import type { D } from '../electron/db/store.ts';\nimport { join } from 'node:path';"),
    source('electron/d.ts', "const page = await import('../renderer/main.tsx');"),
    source('electron/excel/e.ts', "import { sql } from '../db/sql.ts';"),
  ];
  expect(brokenWalls(bad).map((line) => line.split(' ')[0])).toEqual([
    ...['shared/domain/a.ts', 'shared/domain/a.ts', 'shared/contract/b.ts', 'renderer/c.ts', 'renderer/c.ts'],
    ...['electron/d.ts', 'electron/excel/e.ts'],
  ]);
  expect(brokenWalls(code)).toEqual([]);
});

test('each heavy package has one door', () => {
  const bad = source(
    'renderer/features/x/X.tsx',
    "import { AgGridReact } from 'ag-grid-react';\nimport 'echarts/core';",
  );
  const good = source('renderer/components/grid/Grid.tsx', "import { AgGridReact } from 'ag-grid-react';");
  expect(passedDoors([bad, good])).toHaveLength(2);
  expect(passedDoors(code)).toEqual([]);
});

test('store, use cases, workbooks, commands and worker run without Electron', () => {
  const bad = [
    source('electron/cli/demo.ts', "import { a } from '../a.ts';"),
    source('electron/a.ts', "import { app } from 'electron';"),
  ];
  expect(electronReachable(bad, plain)).toEqual(['electron/cli/demo.ts → electron/a.ts']);
  expect(electronReachable(code, plain)).toEqual([]);
});
