import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

const NAMED_BY_ITS_PICTURE = /role: "img",\s*"aria-label": icon\.name\s*\}, restProps/;

/**
 * antd names every icon by its picture, so that a button is read out as "plus 开始观察". An icon with words of its own
 * (aria-label) stays a picture; any other is an ornament and says nothing. This is the one place that all icons pass,
 * antd's own too; a new version of the icons that is written otherwise stops the build.
 */
const silentIcons = {
  name: 'silent-icons',
  transform(code: string, id: string) {
    if (!/@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js/.test(id.replaceAll('\\', '/'))) return null;
    if (!NAMED_BY_ITS_PICTURE.test(code)) throw new Error(`${id} names its icons in another way`);
    return {
      code: code.replace(
        NAMED_BY_ITS_PICTURE,
        '...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true }) }, restProps',
      ),
      map: null,
    };
  },
};

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
    plugins: [react(), silentIcons],
    // While developing, the packages are bundled ahead and pass no other plugin.
    optimizeDeps: { rolldownOptions: { plugins: [silentIcons] } },
  },
});
