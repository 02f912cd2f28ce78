import { lookup } from 'node:dns/promises';
import {
  type ClientRequest,
  type ClientRequestArgs,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { OutboundFailed, outboundFailure } from './outbound-failed.ts';
import { isRefusedAddress } from './refused-addresses.ts';

/** What comes back: its body is a stream. */
export type Answered = IncomingMessage;

/** What decides where a request may go. */
export interface Guard {
  /** "host" or "host:port", in small letters: what the operator lets be asked though it is not public. */
  privateHosts: ReadonlySet<string>;
  /** All addresses of a name; the system's unless said otherwise. */
  resolve?: (name: string) => Promise<string[]>;
  /** How a socket is made to an address, in place of Node's own way. */
  connect?: (options: ClientRequestArgs) => Duplex;
}

export interface GuardedRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Ends the whole exchange. */
  signal: AbortSignal;
  /** Longest silence. */
  idleMs: number;
}

/**
 * Asks an address that people gave. The name is looked up once; every address that it has must be public, the connection
 * goes to the very address that was looked at, and where the socket came to is looked at before a byte is sent: so a name
 * that is answered differently the second time leads nowhere. Follows no redirect.
 * @throws OutboundFailed
 */
export async function guardedRequest(
  url: URL,
  guard: Guard,
  { method = 'GET', headers = {}, body, signal, idleMs }: GuardedRequest,
): Promise<IncomingMessage> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const isAllowed = guard.privateHosts.has(name) || guard.privateHosts.has(hostAndPort(url));
  try {
    const host = await checkedAddress(name, guard, isAllowed);
    const isSecure = url.protocol === 'https:';
    const asked = (isSecure ? requestHttps : requestHttp)({
      host,
      port: url.port || (isSecure ? 443 : 80),
      path: `${url.pathname}${url.search}`,
      method,
      headers: { ...headers, host: url.host },
      signal,
      ...(isIP(name) === 0 && { servername: name }),
      ...(guard.connect ? { createConnection: guard.connect } : { agent: false }),
    });
    return await answered(asked, { body, idleMs, isAllowed });
  } catch (error) {
    throw outboundFailure(signal.aborted ? signal.reason : error);
  }
}

async function checkedAddress(name: string, guard: Guard, isAllowed: boolean): Promise<string> {
  const addresses = isIP(name) === 0 ? await (guard.resolve ?? resolveAll)(name) : [name];
  const [first] = addresses;
  if (first === undefined) throw new OutboundFailed('name-not-found');
  if (!isAllowed && addresses.some(isRefusedAddress)) throw new OutboundFailed('address-refused');
  return first;
}

async function resolveAll(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

interface Sending {
  body: string | undefined;
  idleMs: number;
  isAllowed: boolean;
}

function answered(asked: ClientRequest, { body, idleMs, isAllowed }: Sending): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = (socket: Socket) => {
      if (!isAllowed && isRefusedAddress(socket.remoteAddress ?? ''))
        asked.destroy(new OutboundFailed('address-refused'));
      else asked.end(body);
    };
    asked.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => send(socket));
      else send(socket);
    });
    let answer: IncomingMessage | undefined;
    asked.setTimeout(idleMs, () => {
      const silence = new OutboundFailed('timeout');
      answer?.destroy(silence);
      asked.destroy(silence);
    });
    asked.on('error', reject);
    asked.once('response', (response) => {
      answer = response;
      resolve(response);
    });
  });
}

function hostAndPort(url: URL): string {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return `${url.hostname}:${port}`;
}
