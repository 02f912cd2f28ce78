import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'bson';
import type { Connection } from 'mongoose';
import { withMachineLock } from '../../scripts/data-servers/processes/machine-lock.ts';

type Document = Record<string, unknown>;
/** The documents of a database, by collection. */
type Contents = Map<string, Document[]>;

/** npm test names a folder that goes with the run; where mocha is called by itself each process makes its own. */
const { RUN_DIR } = process.env;

let known: Contents | undefined;

/**
 * Fills a database with what `make` makes of it. Working that out takes most of what opening an instance costs: the
 * first of a run makes it, the run's other processes read from a file what it held then, and the rest are copies.
 */
export async function fillOnce(db: Connection, make: () => Promise<void>): Promise<void> {
  let isFull = false;
  const makeHere = async () => {
    await make();
    isFull = true;
    return readContents(db);
  };
  known ??= await (RUN_DIR ? keptInRun(join(RUN_DIR, 'demo-contents.bson'), makeHere) : makeHere());
  if (!isFull) await writeContents(db, known);
}

/** Under the lock nobody reads half a file. */
function keptInRun(file: string, make: () => Promise<Contents>): Promise<Contents> {
  return withMachineLock(file, async () => {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) return fromBytes(bytes);
    const made = await make();
    await writeFile(file, toBytes(made));
    return made;
  });
}

async function readContents(db: Connection): Promise<Contents> {
  const contents: Contents = new Map();
  for (const { name } of await db.listCollections())
    contents.set(name, await db.collection(name).find({}, { promoteValues: false }).toArray());
  return contents;
}

async function writeContents(db: Connection, contents: Contents): Promise<void> {
  for (const [name, documents] of contents)
    if (documents.length > 0) await db.collection(name).insertMany(documents, { ordered: false });
}

/** One after the other; each BSON document begins with its length. */
function toBytes(contents: Contents): Buffer {
  const parts = [...contents].flatMap(([name, documents]) =>
    documents.map((document) => serialize({ name, document })),
  );
  return Buffer.concat(parts);
}

function fromBytes(bytes: Buffer): Contents {
  const contents: Contents = new Map();
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
    const part = bytes.subarray(at, at + bytes.readInt32LE(at));
    const { name, document } = deserialize(part, { promoteValues: false });
    const documents = contents.get(name) ?? [];
    documents.push(document);
    contents.set(name, documents);
  }
  return contents;
}
