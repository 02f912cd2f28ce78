import { fileURLToPath } from 'node:url';
import type { BenchContext } from './bench/bench-context.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Each prints JSON lines: what was measured, on how much, against what in the same run. Only the asked one is loaded, so
 * that its memory is its own.
 */
const BENCHES: Record<string, () => Promise<(context: BenchContext) => Promise<void>>> = {
  bundle: async () => (await import('./bench/bundle.ts')).benchBundle,
  search: async () => (await import('./bench/search.ts')).benchSearch,
  'find-map': async () => (await import('./bench/find-map.ts')).benchFindMap,
  hsds: async () => (await import('./bench/hsds.ts')).benchHsds,
  quality: async () => (await import('./bench/quality.ts')).benchQuality,
  match: async () => (await import('./bench/match.ts')).benchMatch,
  'match-workers': async () => (await import('./bench/match-workers.ts')).benchMatchWorkers,
  'one-student': async () => (await import('./bench/one-student.ts')).benchOneStudent,
  why: async () => (await import('./bench/why.ts')).benchWhy,
  import: async () => (await import('./bench/import.ts')).benchImport,
  'import-oneroster': async () => (await import('./bench/roster/import-oneroster.ts')).benchImportOneroster,
  'import-schools': async () => (await import('./bench/schools/import-schools.ts')).benchImportSchools,
  'import-many': async () => (await import('./bench/directory/import-many.ts')).benchImportMany,
  candidates: async () => (await import('./bench/candidates/candidates.ts')).benchCandidates,
  access: async () => (await import('./bench/access/bench-compiled.ts')).benchCompiledAccess,
  'access-state': async () => (await import('./bench/access-state/access-state.ts')).benchAccessState,
  generate: async () => (await import('./bench/candidates/generate.ts')).benchGenerate,
  choices: async () => (await import('./bench/choices/choices.ts')).benchChoices,
  assign: async () => (await import('./bench/assign/assign.ts')).benchAssign,
  siting: async () => (await import('./bench/siting/siting.ts')).benchSiting,
  'siting-instance': async () => (await import('./bench/siting/make-siting-instance.ts')).benchSitingInstance,
  'siting-orlib': async () => (await import('./bench/siting/orlib.ts')).benchSitingOrlib,
  audit: async () => (await import('./bench/audit.ts')).benchAudit,
  'what-if': async () => (await import('./bench/what-if/engine.ts')).benchWhatIf,
  'what-if-screen': async () => (await import('./bench/what-if/screen.ts')).benchWhatIfScreen,
  start: async () => (await import('./bench/start.ts')).benchStart,
};

const HELP = `npm run bench -- <what>
  bundle            gzip size of what the first view loads
  search            Find with filters, 50 requests a second, 20,000 offers; against plain MongoDB queries
  find-map          the map of Find with 4,000, 20,000 and 50,000 services: windows in clusters against the list's
                    first page, and frames while the map is moved in a browser
  hsds              the directory as HSDS, 20,000 services: pages and the whole; against reading the collections
  quality           counting what is wrong in a directory of 20,000 services, twice, and a page of a list; against
                    reading the collections
  match             a district match run of the demo in a worker; against writing the same documents
  match-workers     the same students against 20,000 offers by 1, 2 and 4 worker processes
  one-student       one student changed: fresh matches among 20,000 offers; against judging every offer
  why               why not this place, and what would help, for one student among 20,000 offers
  import <folder>   an HSDS folder; against reading and writing the same rows
  import-oneroster [students]   a made-up roster, 100,000 students; against reading its files
  import-schools [schools]      made-up files of NCES, 20,000 schools with 2,000,000 rows of students: all of them, and
                    one district; against reading the rows
  import-many [services]
                    an HSDS directory of 1,000,000 services, streamed in: rows a second, and memory at most
  generate <students> <services> <folder> [--districts n]
                    writes an instance in the format of candidates and assign; the same sizes give the same files;
                    several districts lie side by side and share all, so that nothing gets denser
  candidates <folder> [--threads n] [--runs n] [--out folder] [--alone]
                    the 20 nearest services of each request's category within 15 km; against SciPy
  access <folder> [--method e2sfca] [--step 5:1,10:.68,15:.22] [--threads n] [--runs n] [--out file.csv] [--alone]
                    places over people in reach, within each category; against SciPy (--alone: without it)
  access-state [blocks] [services] [--workers 1,2]
                    a gap run of an invented state, range by range, by so many worker processes
  choices <folder>  plans that are fair between groups and keep pairs together; against the same plans without
  assign <folder> [--runs n] [--out folder] [--alone]
                    who goes where, proven the best, and one changed request after the other; against LEMON's network
                    simplex (--alone: without it)
  siting-instance <demand> <sites> <folder> [towns|even]
                    writes cost.csv and weights.csv for siting; the same sizes give the same files
  siting --model mclp|lscp|p-median|p-centre --cost <csv> --weights <csv> [--p n] [--radius km] [--seconds n]
         [--capacity people] [--runs n] [--out file] [--alone]
                    the best sites, proven, or with a bound after that many seconds; against HiGHS (--alone: without it)
  siting-orlib <pmed.txt> …
                    p-median problems of OR-Library, cold, each with its proof
  audit [entries]   the log of readings: searches, appends; against plain inserts of the same documents
  what-if           a service dragged among 10,000 demand places and 500 services; against computing all anew
  what-if-screen    the same in a browser, with map and table: time of the page's thread a step, and frames
  start             npm start, cold (empty cache and folder) and warm`;

const [what = '', ...args] = process.argv.slice(2);
const load = BENCHES[what];
if (!load) {
  console.log(HELP);
  process.exit(what === '' || what === '--help' ? 0 : 2);
}
const bench = await load();
await bench({ root, args, print: (line) => console.log(JSON.stringify({ bench: what, ...line })) });
process.exit(0);
