import { type Agent, request } from 'node:http';
import type { WireRequest } from './generate-request.ts';

export interface WireReply {
  status: number;
  type: string;
  text: string;
}

/** Longest answer that is looked at whole. */
const MOST = 2_000_000;

/**
 * Sends a request as it is. A connection that the server cuts is an answer too: status 0. Live events are read until
 * their first part and then left.
 */
export function sendRaw(
  port: number,
  agent: Agent,
  { method, target, headers, body }: Omit<WireRequest, 'asker'>,
): Promise<WireReply> {
  return new Promise((resolve) => {
    const cut = () => resolve({ status: 0, type: '', text: '' });
    const length = body ? { 'content-length': String(body.length) } : {};
    const asked = request(
      { host: '127.0.0.1', port, agent, method, path: safe(target), headers: { ...headers, ...length } },
      (reply) => {
        const type = reply.headers['content-type'] ?? '';
        const parts: Buffer[] = [];
        let size = 0;
        const done = () =>
          resolve({ status: reply.statusCode ?? 0, type, text: Buffer.concat(parts).toString() });
        reply.on('data', (part: Buffer) => {
          size += part.length;
          if (size < MOST) parts.push(part);
          if (!type.startsWith('text/event-stream')) return;
          done();
          asked.destroy();
        });
        reply.on('end', done).on('error', done);
      },
    );
    asked.on('error', cut);
    asked.end(body);
  });
}

/** Node refuses to send some characters: those are sent as their bytes, percent-encoded. */
function safe(target: string): string {
  return target.replaceAll(/[^\x21-\x7e]/g, (char) => encodeURIComponent(char));
}
