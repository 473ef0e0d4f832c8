// Before every file of tests. One seed for every property of a run: FAST_CHECK_SEED repeats a run that failed.
import fc from 'fast-check';
import { afterEach } from 'vitest';

const given = process.env['FAST_CHECK_SEED'];
const seed = given === undefined ? Date.now() | 0 : Number(given);
if (!Number.isInteger(seed)) throw new Error(`FAST_CHECK_SEED must be a whole number, not ${given ?? ''}`);
// test/run.ts chooses a seed and prints it; a single file that was started by hand prints its own.
if (given === undefined) console.log(`FAST_CHECK_SEED=${seed}`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

// A test that passed only at a second try says so in the report that test/run.ts reads.
declare module 'vitest' {
  interface TaskMeta {
    retries?: number;
  }
}
afterEach(({ task }) => {
  const retries = task.result?.retryCount ?? 0;
  if (retries > 0) task.meta.retries = retries;
});
