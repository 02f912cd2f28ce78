import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { typescriptArguments } from '../../typescript/typescript-arguments.ts';
import { DOCUMENTDB } from '../debian/bundles.ts';
import { ensureBundle } from '../debian/unpack-bundle.ts';
import { type Server, startServer, tailOf } from '../processes/start-server.ts';
import { reachableFolder, unprivilegedUser } from '../processes/unprivileged-user.ts';
import type { StartContext, StartedServer } from '../start-context.ts';
import { startPostgres } from './start-postgres.ts';

/** Starts PostgreSQL with DocumentDB from the cache and the gateway that speaks MongoDB's protocol for it. */
export async function startDocumentDb(context: StartContext): Promise<StartedServer<'documentdb'>> {
  const user = await unprivilegedUser();
  const cacheDir = await reachableFolder(context.cacheDir, '/var/cache/trellis', user);
  const bundle = await ensureBundle(DOCUMENTDB, cacheDir, context.onStep);
  const postgres = await startPostgres(context, bundle, user);
  try {
    const gateway = await startGatewayProcess(context, postgres.socketDir, postgres.superuser);
    return {
      uri: `mongodb://127.0.0.1:${gateway.port}/?directConnection=true`,
      kind: 'documentdb',
      servers: [postgres.server, gateway.server],
    };
  } catch (error) {
    await postgres.server.stop();
    throw error;
  }
}

async function startGatewayProcess(
  context: StartContext,
  socketDir: string,
  superuser: string,
): Promise<{ server: Server; port: number }> {
  const main = fileURLToPath(new URL('../gateway/main.ts', import.meta.url));
  const server = await startServer(
    {
      name: 'gateway',
      command: process.execPath,
      args: [...typescriptArguments, main, socketDir, superuser, String(context.mongodbPort ?? 0)],
      env: { PATH: context.env.PATH, HOME: context.env.HOME, TMPDIR: context.env.TMPDIR },
      stopSignal: 'SIGTERM',
      ipc: true,
    },
    context,
  );
  const ready = once(server.child, 'message').then(([message]) => (message as { port: number }).port);
  const died = server.died.then(async (how) => {
    throw new Error(`The gateway does not start: ${how}\n${await tailOf(server.logFile)}`);
  });
  died.catch(() => undefined);
  return { server, port: await Promise.race([ready, died]) };
}
