import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { compileServer } from './compile-server.ts';
import { type DataServers, defaultCacheDir, startDataServers } from './data-servers/start-data-servers.ts';
import { buildWeb } from './start/build-web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (message: string) => console.log(message);

/** Twice the two cores that the tests are meant for: they wait for databases, browsers and timers much of the time. */
const JOBS = 4;

/** What the reporter (test/support/reporter.cjs) counts. */
const Counts = z.object({ passed: z.int(), failed: z.int(), skipped: z.array(z.string()) });
type Counts = z.infer<typeof Counts>;

/**
 * npm test: types, lint, then every test against real data servers of its own. Arguments go to mocha, so
 * `npm test -- test/core/geo` runs one folder.
 */
async function main(args: readonly string[]): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'trellis-test-'));
  let servers: DataServers | undefined;
  const asked = stopWhenAsked(() => servers?.stop());
  try {
    const checking = runChecks();
    let compiledDir: string;
    [servers, compiledDir] = await Promise.all([startServers(dir), compileServer(root), buildWeb(root, say)]);
    const env = { ...environmentOf(servers), COMPILED_DIR: compiledDir, RUN_DIR: dir };
    const tests = await runMocha(args, dir, env);
    return report(await checking, tests);
  } finally {
    asked.forget();
    await servers?.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Types and lint, as one counted check each. Several checkers of types would each look at much of the same. */
async function runChecks(): Promise<Counts> {
  const checks: [string, string, string[]][] = [
    ['types', 'node_modules/typescript/bin/tsc', ['--noEmit', '--checkers', '1']],
    ['lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ];
  const codes = await Promise.all(checks.map(([, bin, args]) => run(bin, args, {})));
  for (const [index, code] of codes.entries()) say(`${code === 0 ? '✔' : '✘'} ${checks[index]?.[0]}`);
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: codes.length - failed, failed, skipped: [] };
}

/** The long ones first; those that wait for killed and restarted processes beside those that keep the cores busy. */
async function allTests(): Promise<string[]> {
  const entries = await readdir(join(root, 'test'), { recursive: true });
  const files = entries.filter((file) => file.endsWith('.test.ts')).sort();
  const busy = files.filter((file) => /^browser\b/.test(file));
  const waiting = files.filter((file) => /^(workers|scripts)\b/.test(file));
  const first = Array.from({ length: Math.max(busy.length, waiting.length) }, (_, at) => [
    ...busy.slice(at, at + 1),
    ...waiting.slice(at, at + 1),
  ]).flat();
  return [...new Set([...first, ...files])].map((file) => join('test', file));
}

function startServers(dir: string): Promise<DataServers> {
  const onStep = (message: string) => say(`  ${message}`);
  return startDataServers({
    dataDir: join(dir, 'data'),
    cacheDir: defaultCacheDir(process.env),
    durability: 'off',
    onStep,
  });
}

function environmentOf({ mongodbUri, redisUrl }: DataServers): NodeJS.ProcessEnv {
  return { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, NODE_ENV: 'test', LOG_LEVEL: 'silent' };
}

async function runMocha(args: readonly string[], dir: string, env: NodeJS.ProcessEnv): Promise<Counts> {
  const countsFile = join(dir, 'counts.json');
  const reporter = join(root, 'test/support/reporter.cjs');
  const options = [
    '--parallel',
    '--jobs',
    String(JOBS),
    '--reporter',
    reporter,
    '--reporter-option',
    `counts=${countsFile}`,
  ];
  const code = await run(
    'node_modules/mocha/bin/mocha.js',
    [...options, ...(args.length > 0 ? args : await allTests())],
    env,
  );
  const text = await readFile(countsFile, 'utf8').catch(() => '{"passed":0,"failed":0,"skipped":[]}');
  const counts = Counts.parse(JSON.parse(text));
  // A run that ended badly without a failed test (a syntax error, a crash) is a failure all the same.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function report(checks: Counts, tests: Counts): number {
  for (const name of tests.skipped) say(`skipped: ${name}`);
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  say(`${passed} passed, ${failed} failed, ${tests.skipped.length} skipped`);
  return failed === 0 ? 0 : 1;
}

function run(bin: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [join(root, bin), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function stopWhenAsked(stop: () => Promise<void> | undefined): { forget(): void } {
  const onSignal = () => void Promise.resolve(stop()).finally(() => process.exit(130));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  return { forget: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal) };
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
