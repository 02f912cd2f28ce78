import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs work while no other process of this machine runs work under the same name. The lock is a listening socket: the system
 * frees it when the process ends, however it ends, so there is no stale lock to judge; who waits is told by the closing of its
 * connection, so there is nothing to poll.
 */
export async function withMachineLock<T>(
  name: string,
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  const path = lockPath(name);
  let told = false;
  for (;;) {
    const server = await tryListen(path);
    if (server) {
      try {
        return await work();
      } finally {
        await close(server);
      }
    }
    if (!told) onWait?.();
    told = true;
    await waitForHolder(path);
  }
}

function lockPath(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 24);
  // Linux has sockets without a file, which leave nothing behind.
  return process.platform === 'linux' ? `\0trellis-${hash}` : join(tmpdir(), `trellis-${hash}.lock`);
}

const waiters = new WeakMap<Server, Set<{ destroy(): void }>>();

async function tryListen(path: string): Promise<Server | null> {
  const connections = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
  });
  waiters.set(server, connections);
  try {
    server.listen(path);
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const connection of waiters.get(server) ?? []) connection.destroy();
  await closed;
}

async function waitForHolder(path: string): Promise<void> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    socket.resume();
    await once(socket, 'close');
  } catch (error) {
    // A file that nobody listens on any more; where there are no files the holder has just gone.
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED' && !path.startsWith('\0')) {
      await unlink(path).catch(() => undefined);
    }
  }
}
