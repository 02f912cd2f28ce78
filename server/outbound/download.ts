import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { retryAfterSeconds } from '../../core/feeds/next-fetch.ts';
import { type Answered, type Guard, guardedRequest } from './guarded-request.ts';
import { OutboundFailed, outboundFailure } from './outbound-failed.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface DownloadOptions {
  guard: Guard;
  /** Told to the address itself and to nobody to whom it leads elsewhere. */
  secret?: { name: string; value: string } | undefined;
  /** What the other side said of the file when it was last fetched. */
  known?: { etag?: string | undefined; lastModified?: string | undefined };
  limitBytes: number;
  totalMs: number;
  idleMs: number;
  now: Date;
}

export interface Downloaded {
  bytes: number;
  sha256: string;
  etag?: string;
  lastModified?: string;
}

/**
 * Fetches an address into a file. Undefined where the other side says that nothing has changed.
 * @throws OutboundFailed
 */
export async function download(
  address: string,
  path: string,
  options: DownloadOptions,
): Promise<Downloaded | undefined> {
  const signal = AbortSignal.timeout(options.totalMs);
  const answer = await followed(new URL(address), options, signal);
  const { statusCode: status = 0, headers } = answer;
  if (status !== 200) {
    answer.destroy();
    if (status === 304) return undefined;
    throw new OutboundFailed('status', {
      status,
      retryAfter: retryAfterSeconds(headers['retry-after'], options.now),
    });
  }
  const file = await written(answer, path, options.limitBytes, signal);
  if (file.bytes === 0) throw new OutboundFailed('empty');
  return {
    ...file,
    ...(headers.etag !== undefined && { etag: headers.etag }),
    ...(headers['last-modified'] !== undefined && { lastModified: headers['last-modified'] }),
  };
}

async function followed(first: URL, options: DownloadOptions, signal: AbortSignal): Promise<Answered> {
  const { guard, idleMs } = options;
  let url = first;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const headers = headersFor(url, first, options);
    const answer = await guardedRequest(url, guard, { headers, signal, idleMs });
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) return answer;
    answer.destroy();
    url = nextHop(url, location);
  }
  throw new OutboundFailed('too-many-redirects');
}

function nextHop(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (!to || !/^https?:$/.test(to.protocol)) throw new OutboundFailed('address-refused');
  if (from.protocol === 'https:' && to.protocol === 'http:') throw new OutboundFailed('insecure-redirect');
  return to;
}

function headersFor(url: URL, first: URL, { secret, known }: DownloadOptions): Record<string, string> {
  return {
    'user-agent': 'Trellis (feed; open-source directory of community services)',
    accept: 'application/json, application/x-ndjson, application/zip, text/csv, */*;q=0.5',
    'accept-encoding': 'gzip',
    ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
    ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
    ...(secret && url.origin === first.origin && { [secret.name]: secret.value }),
  };
}

/** Bytes are counted as they arrive and once more unpacked, so that a small answer cannot grow without end. */
async function written(answer: Answered, path: string, limitBytes: number, signal: AbortSignal) {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > limitBytes ? new OutboundFailed('too-large') : null, chunk);
    },
  });
  const unpack = answer.headers['content-encoding'] === 'gzip' ? [createGunzip()] : [];
  try {
    await pipeline([answer, ...unpack, counted, createWriteStream(path, { mode: 0o600 })], { signal });
  } catch (error) {
    throw outboundFailure(signal.aborted ? signal.reason : error);
  }
  return { bytes, sha256: hash.digest('base64url') };
}
