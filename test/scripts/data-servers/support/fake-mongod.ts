import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BSON, type Document } from 'mongodb';
import { createMessageCutter } from '../../../../scripts/data-servers/gateway/message-stream.ts';
import { encodeReply, parseMessage } from '../../../../scripts/data-servers/gateway/wire-message.ts';

/** Behaves as a mongod does while it becomes a replica set, and keeps the set's configuration in its data folder. */
const { values } = parseArgs({
  strict: false,
  options: {
    dbpath: { type: 'string' },
    port: { type: 'string' },
    replSet: { type: 'string' },
    bind_ip: { type: 'string' },
  },
});
const file = join(String(values.dbpath), 'config.json');
const readConfig = (): Document | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
const host = `${values.bind_ip}:${values.port}`;
/** How often it is asked before it is primary. */
let elections = 2;

const answers: Record<string, (command: Document) => Document> = {
  hello: () => ({
    ok: 1,
    maxWireVersion: 21,
    minWireVersion: 0,
    isWritablePrimary: readConfig()?.members[0].host === host && elections-- <= 0,
  }),
  replSetGetConfig: () => {
    const config = readConfig();
    return config
      ? { ok: 1, config }
      : { ok: 0, code: 94, codeName: 'NotYetInitialized', errmsg: 'no replset config' };
  },
  replSetInitiate: (command) => write({ ...command.replSetInitiate, version: 1 }),
  replSetReconfig: (command) =>
    command.force ? write(command.replSetReconfig) : { ok: 0, errmsg: 'not primary', code: 10107 },
};

function write(config: Document): Document {
  writeFileSync(file, JSON.stringify(config));
  return { ok: 1 };
}

createServer((socket) => {
  const cut = createMessageCutter();
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    for (const message of cut(chunk)) {
      const request = parseMessage(message);
      const command = BSON.deserialize(request.body);
      const name = Object.keys(command)[0]!;
      const reply = (
        answers[name === 'ismaster' || name === 'isMaster' ? 'hello' : name] ?? (() => ({ ok: 1 }))
      )(command);
      for (const part of encodeReply(request, BSON.serialize(reply))) socket.write(part);
    }
  });
}).listen(Number(values.port), String(values.bind_ip));
