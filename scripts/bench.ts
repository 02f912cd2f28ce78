import { fileURLToPath } from 'node:url';
import { benchAudit } from './bench/audit.ts';
import { benchBundle } from './bench/bundle.ts';
import { benchImport } from './bench/import.ts';
import { benchMatch } from './bench/match.ts';
import { benchSearch } from './bench/search.ts';
import { benchStart } from './bench/start.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each prints JSON lines: what was measured, on how much, against what in the same run. */
const BENCHES: Record<string, (context: BenchContext) => Promise<void>> = {
  bundle: benchBundle,
  search: benchSearch,
  match: benchMatch,
  import: benchImport,
  start: benchStart,
  audit: benchAudit,
};

export interface BenchContext {
  root: string;
  args: readonly string[];
  print(line: Record<string, unknown>): void;
}

const HELP = `npm run bench -- <what>
  bundle            gzip size of what the first view loads
  search            Find with filters, 50 requests a second, 20,000 offers; against plain MongoDB queries
  match             a district match run of the demo in a worker; against writing the same documents
  import <folder>   an HSDS folder; against reading and writing the same rows
  audit [entries]   the log of readings: searches, appends; against plain inserts of the same documents
  start             npm start, cold (empty cache and folder) and warm`;

const [what = '', ...args] = process.argv.slice(2);
const bench = BENCHES[what];
if (!bench) {
  console.log(HELP);
  process.exit(what === '' || what === '--help' ? 0 : 2);
}
await bench({ root, args, print: (line) => console.log(JSON.stringify({ bench: what, ...line })) });
process.exit(0);
