import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { serveClient } from './client-connection.ts';
import { createCursorStore } from './cursor-store.ts';
import { createEngine } from './engine.ts';
import { createRetriedWrites } from './retried-writes.ts';
import { createTransactionStore } from './transaction-store.ts';

export interface GatewayOptions {
  /** Folder of PostgreSQL's Unix socket. */
  socketDir: string;
  user: string;
  /** 0: any free port. */
  port: number;
  /** PostgreSQL settings of the gateway's connections. */
  settings?: Readonly<Record<string, string>>;
  cursorIdleMs?: number;
  transactionLifetimeMs?: number;
}

export interface Gateway {
  port: number;
  close(): Promise<void>;
}

/** Fewer than the connections for commands, so that some are always left. */
const MAX_PINNED_CURSORS = 8;

/** Listens on the loopback address and speaks MongoDB's wire protocol for a DocumentDB. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const engine = createEngine(options);
  const cursors = createCursorStore(engine, {
    idleMs: options.cursorIdleMs ?? 600_000,
    maxPinned: MAX_PINNED_CURSORS,
  });
  const transactions = createTransactionStore(engine, {
    lifetimeMs: options.transactionLifetimeMs ?? 60_000,
  });
  const retriedWrites = createRetriedWrites();
  const sockets = new Set<Socket>();
  let lastId = 0;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveClient(socket, ++lastId, { engine, cursors, transactions }, retriedWrites);
  });
  server.listen(options.port, '127.0.0.1', 1024);
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      cursors.close();
      await transactions.close();
      await engine.close();
    },
  };
}
