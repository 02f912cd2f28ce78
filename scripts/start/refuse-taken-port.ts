import { createServer } from 'node:net';
import { Refusal } from './refusal.ts';

/** Tries the port before the slow steps. @throws Refusal when somebody else listens there. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const error = await tryToListen(port, host);
  if (error) throw new Refusal(await explain(error, port, host));
}

async function tryToListen(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
  await new Promise((resolve) => server.close(resolve));
  return undefined;
}

async function explain(error: NodeJS.ErrnoException, port: number, host: string): Promise<string> {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Choose another: npm start -- --port ${await nextOpenPort(port, host)}`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} is not open to you. Choose one above 1023: npm start -- --port 8080`;
  return `Trellis cannot listen on port ${port} of ${host}: ${error.message}`;
}

/** The first port above this one that is open; who is told of a port should not find it taken as well. */
async function nextOpenPort(port: number, host: string): Promise<number> {
  for (let next = port + 1; next < Math.min(port + 50, 65536); next++) {
    if (!(await tryToListen(next, host))) return next;
  }
  return 8080;
}
