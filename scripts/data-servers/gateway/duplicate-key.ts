import { BSON } from 'bson';
import type pg from 'pg';
import { decode } from './command.ts';
import type { Engine, EngineClient } from './engine.ts';
import { codeOfName } from './error-codes.ts';
import { GatewayError } from './gateway-error.ts';

/** What MongoDB tells about a unique index violation. */
export interface DuplicateKey {
  errmsg: string;
  keyPattern?: BSON.Document;
  keyValue?: BSON.Document;
}

interface Namespace {
  database: string;
  collection: string;
}

/** Describes a violation that the engine reports by index name, with the document where it is known. */
export async function describeDuplicate(
  engine: Engine,
  namespace: Namespace,
  indexName: string,
  document: BSON.Document | null,
): Promise<DuplicateKey> {
  const index = (await listIndexes(engine, namespace)).find((each) => each.name === indexName);
  return describe(namespace, indexName, index?.key, document);
}

/** The error of a violation that came as PostgreSQL's own: it names the constraint, and the document in its detail. */
export async function duplicateKeyError(
  engine: Engine,
  namespace: Namespace,
  error: pg.DatabaseError,
): Promise<GatewayError> {
  const id = /documents_rum_index_(\d+)/.exec(`${error.constraint ?? ''} ${error.message}`)?.[1];
  const index = (await listIndexes(engine, namespace)).find((each) =>
    id === undefined ? each.name === '_id_' : each.id === id,
  );
  const hex = /=\(BSONHEX([0-9a-f]+)/i.exec(error.detail ?? '')?.[1];
  const document = hex ? decode(Buffer.from(hex, 'hex')) : null;
  const { errmsg, ...extra } = describe(namespace, index?.name ?? 'unknown', index?.key, document);
  return new GatewayError(codeOfName('DuplicateKey'), errmsg, { extra, cause: error });
}

function describe(
  { database, collection }: Namespace,
  indexName: string,
  keyPattern: BSON.Document | undefined,
  document: BSON.Document | null,
): DuplicateKey {
  const keyValue = keyPattern && document ? pick(document, Object.keys(keyPattern)) : undefined;
  const value = keyValue ? ` dup key: ${BSON.EJSON.stringify(keyValue, { relaxed: true })}` : '';
  return {
    errmsg: `E11000 duplicate key error collection: ${database}.${collection} index: ${indexName}${value}`,
    ...(keyPattern ? { keyPattern } : {}),
    ...(keyValue ? { keyValue } : {}),
  };
}

interface Index {
  id: string;
  name: string;
  key: BSON.Document;
}

/** On a connection of its own: the one that failed may be inside a transaction that is over. */
async function listIndexes(engine: Engine, { database, collection }: Namespace): Promise<Index[]> {
  const rows = await engine.withClient((client: EngineClient) =>
    engine.run(client, 'indexes', [database, collection]),
  );
  return rows.flatMap(([text]) => {
    const parts = /^(\d+) \("?(.*?)"?,BSONHEX([0-9a-f]+)/is.exec(String(text));
    return parts ? [{ id: parts[1]!, name: parts[2]!, key: decode(Buffer.from(parts[3]!, 'hex')) }] : [];
  });
}

function pick(document: BSON.Document, paths: readonly string[]): BSON.Document {
  return Object.fromEntries(
    paths.map((path) => [
      path,
      path
        .split('.')
        .reduce<unknown>((at, key) => (at as BSON.Document | null | undefined)?.[key], document) ?? null,
    ]),
  );
}
