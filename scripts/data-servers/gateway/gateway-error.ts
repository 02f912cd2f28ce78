import { codeOfName } from './error-codes.ts';

/** An error as MongoDB tells it. */
export class GatewayError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly labels: readonly string[];
  /** Further fields of the reply, such as keyPattern. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    [code, codeName]: readonly [number, string],
    message: string,
    options: { labels?: readonly string[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.codeName = codeName;
    this.labels = options.labels ?? [];
    this.extra = options.extra ?? {};
  }
}

/** A GatewayError by MongoDB's name for it. */
export function gatewayError(
  name: string,
  message: string,
  options: { labels?: readonly string[]; extra?: Record<string, unknown>; cause?: unknown } = {},
): GatewayError {
  return new GatewayError(codeOfName(name), message, options);
}

/** The driver runs the whole transaction again on this label. */
export const TRANSIENT = 'TransientTransactionError';

/** The reply document of an error. */
export function errorReply(error: GatewayError): Record<string, unknown> {
  return {
    ok: 0,
    errmsg: error.message,
    code: error.code,
    codeName: error.codeName,
    ...error.extra,
    ...(error.labels.length > 0 ? { errorLabels: [...error.labels] } : {}),
  };
}
