// npm starts scripts in the package's folder; names on the command line are meant from where the user called it.
import { resolve } from 'node:path';

/** The absolute path of a name given on the command line of an npm script, or of the file run by hand. */
export const calledFrom = (name: string): string =>
  resolve(process.env['npm_lifecycle_event'] === undefined ? '.' : (process.env['INIT_CWD'] ?? '.'), name);
