// The four kinds of tests. test/run.ts runs them one kind after another, so that e2e has the machine to itself.
import { defineConfig } from 'vitest/config';

const root = `${import.meta.dirname}/..`;
const project = (name: string, extra: object = {}) => ({
  test: {
    name,
    root,
    include: [`test/${name}/**/*.test.ts`],
    setupFiles: [`${import.meta.dirname}/support/seed.ts`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    ...extra,
  },
});

export default defineConfig({
  test: {
    root,
    // Two windows at once are what two cores carry.
    maxConcurrency: 2,
    projects: [
      project('unit'),
      project('architecture'),
      project('integration', { testTimeout: 120_000 }),
      project('e2e', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        // One more try for a window on a machine that was busy. test/run.ts names every test that needed it: a flake to mend.
        retry: 1,
        // What a busy machine draws late is waited for as long as Playwright waits for an element.
        expect: { poll: { timeout: 20_000 } },
      }),
    ],
  },
});
