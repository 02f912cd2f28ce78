import { createHmac, randomBytes } from 'node:crypto';

const BEGINS = 'whsec_';
const SECRET_BYTES = 32;

/** A secret as Standard Webhooks writes them. */
export function newSecret(): string {
  return BEGINS + randomBytes(SECRET_BYTES).toString('base64');
}

export interface SignedMessage {
  id: string;
  at: Date;
  body: string;
}

/**
 * The headers by which the receiver knows that a message is ours and what was sent (Standard Webhooks, symmetric
 * signatures): one signature for each secret, so that an old one still fits while it is changed.
 */
export function signedHeaders(
  { id, at, body }: SignedMessage,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(BEGINS.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
