import type { Socket } from 'node:net';
import { BSON } from 'bson';
import { type Command, readCommand } from './command.ts';
import type { ClientSocket, Services } from './context.ts';
import { errorReply } from './gateway-error.ts';
import { toGatewayError } from './map-error.ts';
import { createMessageCutter } from './message-stream.ts';
import type { RetriedWrites } from './retried-writes.ts';
import { runCommand } from './run-command.ts';
import { encodeReply, parseMessage, type Request } from './wire-message.ts';

/** Unanswered bytes of one client after which we stop reading from it; one message of full size must fit. */
const MAX_WAITING_BYTES = 64_000_000;

/** Serves one client: its messages in order, one at a time. Malformed bytes end this connection and nothing else. */
export function serveClient(
  socket: Socket,
  id: number,
  services: Services,
  retriedWrites: RetriedWrites,
): void {
  const client: ClientSocket = { id, owner: Symbol(`client ${id}`), running: null };
  const cut = createMessageCutter();
  const waiting: Buffer[] = [];
  let waitingBytes = 0;
  let busy = false;

  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of cut(chunk)) {
        waiting.push(message);
        waitingBytes += message.length;
      }
    } catch {
      socket.destroy();
      return;
    }
    if (waitingBytes > MAX_WAITING_BYTES) socket.pause();
    if (!busy) void work();
  });
  // What went wrong shows in 'close', which always follows.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    waiting.length = 0;
    if (client.running) services.engine.cancel(client.running);
    services.cursors.closeWhere((cursor) => cursor.pinned !== null && cursor.owner === client.owner);
    void services.transactions.abortOwned(client.owner).catch(() => undefined);
  });

  async function work(): Promise<void> {
    busy = true;
    for (let message = waiting.shift(); message && !socket.destroyed; message = waiting.shift()) {
      waitingBytes -= message.length;
      try {
        await answer(parseMessage(message));
      } catch {
        socket.destroy();
      }
      if (socket.isPaused() && waitingBytes <= MAX_WAITING_BYTES) socket.resume();
    }
    busy = false;
  }

  async function answer(request: Request): Promise<void> {
    const reply = await replyTo(request);
    if (request.fireAndForget || socket.destroyed) return;
    const [head, document] = encodeReply(request, reply);
    socket.cork();
    socket.write(head!);
    const flushed = socket.write(document!);
    socket.uncork();
    // A client that does not read its answers gets no further ones computed.
    if (!flushed) await drained(socket);
  }

  async function replyTo(request: Request): Promise<Uint8Array> {
    let command: Command | undefined;
    try {
      const known = readCommand(request);
      command = known;
      const context = { ...services, socket: client };
      return await retriedWrites.once(known, async () => toBytes(await runCommand(context, known)));
    } catch (error) {
      return BSON.serialize(errorReply(toGatewayError(error, command?.session.inTransaction ?? false)));
    }
  }
}

function toBytes(reply: Uint8Array | BSON.Document): Uint8Array {
  return reply instanceof Uint8Array ? reply : BSON.serialize(reply);
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
    if (socket.destroyed) done();
  });
}
