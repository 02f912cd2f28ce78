/** The layout of MongoDB wire messages: OP_MSG both ways, OP_QUERY and OP_REPLY for the first greeting of older drivers. */

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0 to 15 of the flags are "required": a server must refuse those that it does not know. */
const UNKNOWN_REQUIRED_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

export const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;
export const MAX_BSON_BYTES = 16 * 1024 * 1024;
export const MAX_WRITE_BATCH = 100_000;

/** One request as it came over the wire; `body` and `sequences` are still raw BSON. */
export interface Request {
  requestId: number;
  kind: 'msg' | 'query';
  /** The client does not want an answer (write concern 0). */
  fireAndForget: boolean;
  body: Buffer;
  /** Document sequences of OP_MSG by field name: concatenated BSON documents. */
  sequences: Map<string, Buffer>;
  /** Only for OP_QUERY, whose database is in the namespace. */
  database?: string;
}

/** The bytes are no message we can read; the connection cannot go on after it. */
export class MalformedMessage extends Error {}

/** Reads one whole message, header included. */
export function parseMessage(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OP_MSG) return parseOpMsg(message, requestId);
  if (opCode === OP_QUERY) return parseOpQuery(message, requestId);
  throw new MalformedMessage(`Unsupported opcode ${opCode}`);
}

function parseOpMsg(message: Buffer, requestId: number): Request {
  if (message.length < HEADER_BYTES + 4 + 1 + 5) throw new MalformedMessage('OP_MSG is too short');
  const flags = message.readUInt32LE(HEADER_BYTES);
  if (flags & UNKNOWN_REQUIRED_FLAGS) throw new MalformedMessage(`Unknown OP_MSG flags ${flags}`);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let body: Buffer | undefined;
  const sequences = new Map<string, Buffer>();
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const sectionKind = message[at++];
    const size = sizeAt(message, at, end);
    const section = message.subarray(at, at + size);
    if (sectionKind === 0) {
      if (body) throw new MalformedMessage('OP_MSG has two bodies');
      body = section;
    } else if (sectionKind === 1) {
      const [name, documents] = parseSequence(section);
      if (sequences.has(name)) throw new MalformedMessage(`OP_MSG has the sequence ${name} twice`);
      sequences.set(name, documents);
    } else throw new MalformedMessage(`Unknown OP_MSG section ${sectionKind}`);
    at += size;
  }
  if (!body) throw new MalformedMessage('OP_MSG has no body');
  return { requestId, kind: 'msg', fireAndForget: (flags & MORE_TO_COME) !== 0, body, sequences };
}

function parseSequence(section: Buffer): [name: string, documents: Buffer] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new MalformedMessage('Document sequence without a name');
  const documents = section.subarray(nameEnd + 1);
  for (let at = 0; at < documents.length; ) at += sizeAt(documents, at, documents.length);
  return [section.toString('utf8', 4, nameEnd), documents];
}

function parseOpQuery(message: Buffer, requestId: number): Request {
  const nameStart = HEADER_BYTES + 4;
  const nameEnd = message.indexOf(0, nameStart);
  if (nameEnd < 0) throw new MalformedMessage('OP_QUERY without a namespace');
  const [database, collection] = message.toString('utf8', nameStart, nameEnd).split('.', 2);
  if (!database || collection !== '$cmd') throw new MalformedMessage('OP_QUERY is served for commands only');
  const at = nameEnd + 1 + 8;
  const body = message.subarray(at, at + sizeAt(message, at, message.length));
  return { requestId, kind: 'query', fireAndForget: false, body, sequences: new Map(), database };
}

/** The int32 length prefix at `at`, checked against the end: a document or a section. */
function sizeAt(bytes: Buffer, at: number, end: number): number {
  if (at + 4 > end) throw new MalformedMessage('Message ends inside a length');
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > end) throw new MalformedMessage(`Length ${size} does not fit its message`);
  return size;
}

let lastReplyId = 0;

/** The answer to a request, in the form that the request was in. */
export function encodeReply(request: Request, document: Uint8Array): Buffer[] {
  lastReplyId = (lastReplyId + 1) & 0x7fffffff;
  const head = Buffer.alloc(request.kind === 'msg' ? HEADER_BYTES + 5 : HEADER_BYTES + 20);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(lastReplyId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.kind === 'msg' ? OP_MSG : OP_REPLY, 12);
  // OP_REPLY: "await capable" flag, no cursor, starting at 0, one document.
  if (request.kind === 'query') {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return [head, Buffer.from(document.buffer, document.byteOffset, document.byteLength)];
}
