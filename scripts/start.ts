import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '../server/accounts/demo-accounts.ts';
import { type DataServers, defaultCacheDir, startDataServers } from './data-servers/start-data-servers.ts';
import { buildWeb } from './start/build-web.ts';
import { type Child, startChild } from './start/child.ts';
import {
  dataKeysOf,
  openDataDir,
  refuseWhileRunning,
  removeRunning,
  resetDataDir,
  roadsDirIn,
  sessionSecret,
  writeRunning,
} from './start/data-dir.ts';
import { Refusal } from './start/refusal.ts';
import { refuseTakenPort } from './start/refuse-taken-port.ts';
import { readStartOptions, START_HELP, type StartOptions } from './start/start-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const HOST = process.env.HOST || '127.0.0.1';
const say = (message: string) => console.log(message);

/** What has been started, in order; stopped in the opposite one. */
const started: { stop(): Promise<void> }[] = [];

async function main(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2), root);
  if (options === 'help') {
    say(START_HELP);
    return 0;
  }
  const asked = untilAskedToStop();
  const ended = await Promise.race([asked, start(options).then(({ trouble }) => trouble)]);
  await stopAll();
  if (ended === 'asked') {
    say('Trellis has stopped. Your data is kept; "npm start" goes on where you left.');
    return 0;
  }
  say(ended);
  return 1;
}

/** Starts everything; `trouble` resolves with a sentence when a part dies. */
async function start(options: StartOptions): Promise<{ trouble: Promise<string> }> {
  const begun = Date.now();
  await refuseWhileRunning(options.dataDir);
  await refuseTakenPort(options.port, HOST);
  if (options.reset) await resetDataDir(options.dataDir);
  await openDataDir(options.dataDir);
  // The largest part of Trellis is read while the servers start, and not at all where a start is refused.
  const [servers, webDir, { openDatabase }, { computeFirstFigures, loadDemo }] = await Promise.all([
    startServers(options),
    buildWeb(root, say),
    import('./start/open-database.ts'),
    import('./start/load-demo.ts'),
  ]);
  const env = await environment(options, servers, webDir);
  const deps = await openDatabase({ ...process.env, ...env });
  started.push({ stop: () => deps.close() });
  if (options.demo) await loadDemo(deps, say);
  const parts = [
    startPart('The web server', 'server/main.ts', env),
    startPart('The worker', 'workers/main.ts', env),
  ];
  await Promise.all(parts.map(untilReady));
  await writeRunning(options.dataDir, {
    mongodbUri: servers.mongodbUri,
    redisUrl: servers.redisUrl,
    port: options.port,
  });
  started.push({ stop: () => removeRunning(options.dataDir) });
  greet(options, (Date.now() - begun) / 1000);
  // What comes of them is seen on the Runs page; when Trellis is stopped before, the next start asks again.
  if (options.demo) computeFirstFigures(deps).catch(() => undefined);
  return { trouble: firstTrouble(servers, parts) };
}

async function startServers({ dataDir }: StartOptions): Promise<DataServers> {
  say('Starting the data servers …');
  const servers = await startDataServers({
    dataDir,
    cacheDir: defaultCacheDir(process.env),
    onStep: (message) => say(`  ${message}`),
  }).catch((cause: Error) => {
    throw new Refusal(cause.message, { cause });
  });
  started.push(servers);
  return servers;
}

async function environment(options: StartOptions, servers: DataServers, webDir: string) {
  return {
    NODE_ENV: 'development',
    MONGODB_URI: servers.mongodbUri,
    REDIS_URL: servers.redisUrl,
    SESSION_SECRET: process.env.SESSION_SECRET || (await sessionSecret(options.dataDir)),
    ...(await dataKeysOf(options.dataDir, process.env)),
    PORT: String(options.port),
    HOST,
    WEB_DIR: webDir,
    ROADS_DIR: process.env.ROADS_DIR || roadsDirIn(options.dataDir),
    DEMO: options.demo ? '1' : '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}

interface Part {
  name: string;
  child: Child;
}

function startPart(name: string, file: string, env: NodeJS.ProcessEnv): Part {
  const child = startChild(`${root}/${file}`, env);
  started.push(child);
  return { name, child };
}

async function untilReady({ name, child }: Part): Promise<void> {
  await child.ready.catch((cause) => {
    throw new Refusal(`${name} could not start. The lines above say why.`, { cause });
  });
}

function firstTrouble(servers: DataServers, parts: readonly Part[]): Promise<string> {
  return new Promise((resolve) => {
    servers.onExit((what, detail) =>
      resolve(
        `${what === 'mongodb' ? 'The database' : 'Redis'} ended from outside (${detail}). Start again with "npm start": your data is kept.`,
      ),
    );
    for (const { name, child } of parts) {
      child.ended.then((code) =>
        resolve(`${name} ended unexpectedly (${code}). Start again with "npm start".`),
      );
    }
  });
}

function greet({ port, demo, dataDir }: StartOptions, seconds: number): void {
  say(`\nTrellis is ready after ${seconds.toFixed(1)} s:  http://localhost:${port}\n`);
  if (demo) {
    say(`  Demo sign-ins (everything in the demo is invented), password "${DEMO_PASSWORD}":`);
    say('    coordinator@demo.example        needs and matches of one school');
    say('    district-leader@demo.example    the whole district, runs, gaps');
    say('    community-leader@demo.example   the directory, imports');
    say('    administrator@demo.example      everything');
    say('    also staff@, partner@ and family@demo.example\n');
  } else {
    say(
      '  Make the first administrator: npm run trellis -- account create-administrator --email … --name …\n',
    );
  }
  say(`  Data: ${dataDir}    Stop: Ctrl-C`);
}

/** A signal to the whole group comes twice, once from the door that was started first: the second changes nothing. */
function untilAskedToStop(): Promise<'asked'> {
  let asked = false;
  return new Promise((resolve) => {
    const stop = () => {
      if (!asked) say('\nStopping …');
      asked = true;
      resolve('asked');
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

async function stopAll(): Promise<void> {
  for (const part of started.splice(0).reverse()) await part.stop().catch(() => undefined);
}

main().then(
  (code) => process.exit(code),
  async (error) => {
    await stopAll();
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  },
);
