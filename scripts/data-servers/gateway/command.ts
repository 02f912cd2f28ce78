import { type Binary, BSON } from 'bson';
import { DECODE, decodeElement, documentOf, type Element, elementsOf } from './bson-elements.ts';
import { gatewayError } from './gateway-error.ts';
import type { Request } from './wire-message.ts';

/** A request understood as far as the gateway needs it: the engine reads the rest. */
export interface Command {
  name: string;
  database: string;
  /** Value of the first field: mostly the collection. */
  target: unknown;
  /** The command without what only concerns the session, as the engine wants it. */
  bytes: Buffer;
  /** Document sequence for the command's batch, if it came as one. */
  sequence: Buffer | null;
  session: SessionFields;
  /** Decodes one field of the command. */
  field(name: string): unknown;
}

export interface SessionFields {
  /** Hex of the session's id; empty without a session. */
  id: string;
  txnNumber?: bigint;
  /** The command belongs to a multi-document transaction. */
  inTransaction: boolean;
  startsTransaction: boolean;
}

/** Fields about sessions, routing and consistency: the engine has one node and refuses some of them. */
const SESSION_FIELDS = new Set([
  '$db',
  '$clusterTime',
  '$readPreference',
  '$configServerState',
  'apiDeprecationErrors',
  'apiStrict',
  'apiVersion',
  'autocommit',
  'comment',
  'lsid',
  'maxCommitTimeMS',
  'readConcern',
  'recoveryToken',
  'startTransaction',
  'stmtId',
  'stmtIds',
  'txnNumber',
  'writeConcern',
]);

/** The field that a document sequence replaces, by command. */
const BATCH_FIELDS: Record<string, string> = { insert: 'documents', update: 'updates', delete: 'deletes' };

/** Reads a command out of a request; a body that is no BSON is an error for the client, not the end of the connection. */
export function readCommand(request: Request): Command {
  const elements = readElements(request.body);
  const first = elements[0];
  if (!first) throw gatewayError('FailedToParse', 'The command is empty.');
  const byName = new Map(elements.map((element) => [element.name, element]));
  const field = (name: string): unknown => {
    const element = byName.get(name);
    return element && decodeElement(element);
  };
  const name = first.name;
  const database = request.database ?? field('$db');
  if (typeof database !== 'string' || database === '') {
    throw gatewayError('FailedToParse', 'The command names no database.');
  }
  const kept = elements.filter((element) => !SESSION_FIELDS.has(element.name));
  return {
    name,
    database,
    target: decodeElement(first),
    bytes: kept.length === elements.length ? request.body : documentOf(kept),
    sequence: readSequence(name, request),
    session: readSession(byName, field),
    field,
  };
}

function readElements(body: Buffer): Element[] {
  try {
    return elementsOf(body);
  } catch (cause) {
    throw gatewayError('FailedToParse', 'The command is not valid BSON.', { cause });
  }
}

function readSequence(name: string, request: Request): Buffer | null {
  const wanted = BATCH_FIELDS[name];
  for (const key of request.sequences.keys()) {
    if (key !== wanted) throw gatewayError('FailedToParse', `${name} takes no document sequence ${key}.`);
  }
  return (wanted && request.sequences.get(wanted)) || null;
}

function readSession(byName: Map<string, Element>, field: (name: string) => unknown): SessionFields {
  const lsid = byName.has('lsid') ? (field('lsid') as { id?: Binary } | undefined) : undefined;
  const txnNumber = byName.has('txnNumber') ? field('txnNumber') : undefined;
  const id = lsid?.id && typeof lsid.id === 'object' && 'toString' in lsid.id ? lsid.id.toString('hex') : '';
  const inTransaction = id !== '' && typeof txnNumber === 'bigint' && field('autocommit') === false;
  return {
    id,
    ...(typeof txnNumber === 'bigint' ? { txnNumber } : {}),
    inTransaction,
    startsTransaction: inTransaction && field('startTransaction') === true,
  };
}

/** Decodes a whole document of the engine or the client. */
export function decode(document: Uint8Array): BSON.Document {
  return BSON.deserialize(document, DECODE);
}

/** The collection that a command names in its first field. */
export function collectionOf(command: Command): string {
  if (typeof command.target === 'string' && command.target !== '') return command.target;
  throw gatewayError('InvalidNamespace', `${command.name} needs the name of a collection.`);
}
