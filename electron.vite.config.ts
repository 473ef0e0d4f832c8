import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      // The native addon and exceljs stay outside the bundle and ship in node_modules; all else is inlined.
      externalizeDeps: true,
      rolldownOptions: {
        input: { index: resolve(root, 'electron/main.ts'), worker: resolve(root, 'electron/worker.ts') },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require only 'electron': everything else must be inside one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    build: {
      minify: true, // electron-vite's default is not to minify
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
    plugins: [react()],
  },
});
