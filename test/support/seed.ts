// One seed for every property of a run: FAST_CHECK_SEED repeats a run that failed.
import fc from 'fast-check';

const given = process.env['FAST_CHECK_SEED'];
const seed = given === undefined ? Date.now() | 0 : Number(given);
if (!Number.isInteger(seed)) throw new Error(`FAST_CHECK_SEED must be a whole number, not ${given ?? ''}`);
// test/run.ts chooses a seed and prints it; a single file that was started by hand prints its own.
if (given === undefined) console.log(`FAST_CHECK_SEED=${seed}`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
