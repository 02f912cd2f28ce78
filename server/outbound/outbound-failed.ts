/** Why an address that people gave could not be asked. */
export type OutboundFailure =
  | 'address-refused'
  | 'name-not-found'
  | 'no-connection'
  | 'certificate'
  | 'timeout'
  | 'status'
  | 'too-many-redirects'
  | 'insecure-redirect'
  | 'too-large'
  | 'empty';

export class OutboundFailed extends Error {
  readonly code: OutboundFailure;
  /** The HTTP status, and how many seconds the other side wants to be left alone. */
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: OutboundFailure, answer: { status?: number; retryAfter?: number | undefined } = {}) {
    super(code);
    this.name = 'OutboundFailed';
    this.code = code;
    this.status = answer.status;
    this.retryAfter = answer.retryAfter;
  }
}

/** What went wrong below HTTP, in our words. */
export function outboundFailure(error: unknown): OutboundFailed {
  if (error instanceof OutboundFailed) return error;
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (name === 'TimeoutError' || code === 'ETIMEDOUT') return new OutboundFailed('timeout');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new OutboundFailed('name-not-found');
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return new OutboundFailed('certificate');
  return new OutboundFailed('no-connection');
}
