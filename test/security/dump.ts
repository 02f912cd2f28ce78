import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';

/** Everything that lies in a database, by collection, as the bytes that the server keeps. Packed matches lie sealed. */
export async function dumpDatabase(db: Connection): Promise<Map<string, Buffer>> {
  const collections = await db.db!.listCollections().toArray();
  const dumps = collections.map(async ({ name }): Promise<[string, Buffer]> => {
    const raw = (await db.collection(name).find({}, { raw: true }).toArray()) as unknown as Buffer[];
    return [name, Buffer.concat(raw)];
  });
  return new Map(await Promise.all(dumps));
}

/** Every key of a prefix with what it holds. */
export async function dumpRedis(redis: Redis, prefix: string): Promise<Buffer> {
  const parts: string[] = [];
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 }))
    for (const key of keys as string[]) parts.push(key, JSON.stringify(await contentOf(redis, key)));
  return Buffer.from(parts.join('\n'));
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === 'string') return redis.get(key);
  if (type === 'hash') return redis.hgetall(key);
  if (type === 'list') return redis.lrange(key, 0, -1);
  if (type === 'set') return redis.smembers(key);
  if (type === 'zset') return redis.zrange(key, 0, -1);
  return type === 'stream' ? redis.xrange(key, '-', '+') : null;
}

/** Which of these words stand in the bytes: as they are, in any case, in UTF-16, in base64 or in hexadecimal digits. */
export function wordsIn(bytes: Buffer, words: readonly string[]): string[] {
  const text = bytes.toString('utf8').toLowerCase();
  const wide = Buffer.from(bytes.filter((byte) => byte !== 0))
    .toString('utf8')
    .toLowerCase();
  const plain = bytes.toString('latin1');
  return words.filter((word) => {
    const small = word.toLowerCase();
    if (text.includes(small) || wide.includes(small)) return true;
    return encodings(word).some((encoded) => plain.includes(encoded));
  });
}

function encodings(word: string): string[] {
  const forms = [word, word.toLowerCase(), word.toUpperCase()];
  return forms.flatMap((form) => {
    const bytes = Buffer.from(form);
    return [bytes.toString('hex'), ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift))];
  });
}

/**
 * The base64 of a text that begins so many bytes into a group of three, as far as it does not depend on what is around:
 * each sign stands for six bits. All of it, since four signs meet by chance in a megabyte of sealed text.
 */
function base64At(bytes: Buffer, shift: number): string[] {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  const middle = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((bytes.length + shift) * 8) / 6));
  return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
}
