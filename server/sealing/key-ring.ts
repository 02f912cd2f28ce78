import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { KEY_BYTES } from './cipher.ts';

/** The keys of an installation. What is sealed names its key, so that older ones still open. */
export interface KeyRing {
  /** Id of the key that seals from now on: the first that is given. */
  current: string;
  keys: ReadonlyMap<string, Buffer>;
  /** Keys of the hashes by which sealed values are found; the first makes them, the others still find older ones. */
  index: readonly Buffer[];
}

const ENTRY = /^([a-z][a-z0-9-]{0,19}):([A-Za-z0-9+/_-]{43}=?)$/;
/** Marks what is sealed with a student's own key (student-sealer.ts). */
export const OWN_KEY = 'own';
const INDEX = /^index(-[a-z0-9-]+)?$/;

/** Says what belongs into the variable. Never what stands there: it is secret. */
const SHAPE =
  'id:key pairs with a comma between, such as k1:…,index:…, each key 32 random bytes in base64 (openssl rand -base64 32)';

/**
 * The ring of `DATA_KEYS`, or of the file that `DATA_KEYS_FILE` names. On a computer of one's own there is one that
 * everybody knows; in production there is no start without one.
 * @throws Error with a sentence that names the variable.
 */
export function readKeyRing(
  vars: { DATA_KEYS?: string | undefined; DATA_KEYS_FILE?: string | undefined },
  production: boolean,
): KeyRing {
  if (vars.DATA_KEYS !== undefined) return parseKeyRing(vars.DATA_KEYS, 'DATA_KEYS');
  if (vars.DATA_KEYS_FILE !== undefined)
    return parseKeyRing(readKeyFile(vars.DATA_KEYS_FILE), 'DATA_KEYS_FILE');
  if (!production) return knownRing();
  throw new Error(
    `DATA_KEYS is not set. In production it is needed to seal what is kept about people: give ${SHAPE}, or the path of a file with them in DATA_KEYS_FILE.`,
  );
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error('DATA_KEYS_FILE is not right: the file cannot be read.');
  }
}

export function parseKeyRing(text: string, name: string): KeyRing {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const keys = new Map<string, Buffer>();
  const index: Buffer[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const [, id, encoded] = ENTRY.exec(entry) ?? [];
    const key = Buffer.from(encoded ?? '', 'base64');
    if (id === undefined || key.length !== KEY_BYTES || id === OWN_KEY || seen.has(id))
      throw new Error(`${name} is not right: give ${SHAPE}; each id once.`);
    seen.add(id);
    if (INDEX.test(id)) index.push(key);
    else keys.set(id, key);
  }
  const [current] = keys.keys();
  if (current === undefined) throw new Error(`${name} is not right: it holds no key. Give ${SHAPE}.`);
  if (index.length === 0)
    throw new Error(
      `${name} is not right: it holds no key called index, by which sealed names are found. Give ${SHAPE}.`,
    );
  return { current, keys, index };
}

/** For a computer of one's own: not a secret. */
function knownRing(): KeyRing {
  const known = (name: string) =>
    createHash('sha256').update(`only for a computer of one’s own: ${name}`).digest();
  return { current: 'known', keys: new Map([['known', known('key')]]), index: [known('index')] };
}
