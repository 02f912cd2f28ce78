import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';
import { createMessageCutter } from '../../../../scripts/data-servers/gateway/message-stream.ts';

/** An OP_MSG as bytes. */
export function opMsg(
  document: Document,
  {
    flags = 0,
    sequences = {},
    requestId = 1,
  }: { flags?: number; sequences?: Record<string, Document[]>; requestId?: number } = {},
): Buffer {
  const sections = [Buffer.of(0), BSON.serialize(document)];
  for (const [name, documents] of Object.entries(sequences)) {
    const bytes = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((each) => BSON.serialize(each))]);
    const size = Buffer.alloc(4);
    size.writeInt32LE(bytes.length + 4);
    sections.push(Buffer.of(1), size, bytes);
  }
  if (flags & 1) sections.push(Buffer.alloc(4));
  return framed(2013, Buffer.concat([int32(flags), ...sections]), requestId);
}

/** An OP_QUERY, as old drivers say hello. */
export function opQuery(namespace: string, document: Document): Buffer {
  return framed(
    2004,
    Buffer.concat([int32(0), Buffer.from(`${namespace}\0`), int32(0), int32(-1), BSON.serialize(document)]),
    1,
  );
}

function framed(opCode: number, body: Buffer, requestId: number): Buffer {
  return Buffer.concat([int32(16 + body.length), int32(requestId), int32(0), int32(opCode), body]);
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

/** Sends bytes and gives the next whole message, or null when the gateway closes the connection. */
export async function exchange(socket: Socket, bytes: Uint8Array): Promise<Buffer | null> {
  const cut = createMessageCutter();
  const answered = new Promise<Buffer | null>((resolve) => {
    const onData = (chunk: Buffer): void => {
      const [message] = cut(chunk);
      if (!message) return;
      socket.off('data', onData);
      resolve(message);
    };
    socket.on('data', onData);
    socket.once('close', () => resolve(null));
  });
  socket.write(bytes);
  return answered;
}

export async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  // A gateway that hangs up is what some tests want to see; it shows in 'close'.
  socket.on('error', () => undefined);
  return socket;
}

/** The document in an OP_MSG reply. */
export const documentOf = (message: Buffer): Document => BSON.deserialize(message.subarray(21));

/** One command over a connection of its own. */
export async function rawCommand(port: number, command: Document): Promise<Document> {
  const socket = await open(port);
  const reply = await exchange(socket, opMsg(command));
  socket.destroy();
  if (!reply) throw new Error('The gateway closed the connection.');
  return documentOf(reply);
}
