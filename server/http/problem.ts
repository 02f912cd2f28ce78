import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { ZodError, z } from 'zod';
import { AppError, type FieldError, NotOpen } from './app-error.ts';

/** RFC 9457 problem details, with our `code` for programs and `errors` for fields ("needs.0.term"). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .readonly()
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in needed',
  403: 'Not allowed',
  404: 'Not found',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported format',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Not ready',
};

/** Refusals behind which there may be an attempt at what is closed; what people run into every day is not among them. */
const TOLD = new Set([400, 401, 403, 408, 413, 415, 429]);

/**
 * The last handler of the app: every error becomes a problem. Unexpected ones are logged, without the body, and
 * refusals of `TOLD` by their code.
 */
export function problems(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = toAppError(error);
    const asked = { requestId: res.getHeader('X-Request-Id'), ...askedOf(req) };
    if (!known) log.error({ err: error, ...asked }, 'unexpected error');
    else if (isTold(known)) log.info({ code: loggedAs(known), ...asked }, 'refused');
    const problem = toProblem(known ?? unexpected());
    if (known?.status === 429) res.setHeader('Retry-After', '60');
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function isTold(error: AppError): boolean {
  return TOLD.has(error.status) || error instanceof NotOpen;
}

function loggedAs(error: AppError): string {
  return error instanceof NotOpen ? 'not-open' : error.code;
}

/** The route's pattern, never its address: addresses hold ids and what people search for. */
function askedOf({ method, route, account }: Request) {
  return { method, route: route?.path, ...(account && { accountId: account.id }) };
}

export function toProblem(error: AppError): Problem {
  return {
    type: `urn:trellis:problem:${error.code}`,
    title: TITLES[error.status] ?? 'Refused',
    status: error.status,
    code: error.code,
    detail: error.message,
    ...(error.errors.length > 0 && { errors: error.errors }),
  };
}

function unexpected(): AppError {
  return new AppError(
    500,
    'unexpected',
    'Something went wrong on our side. Nothing was changed. Please try again.',
  );
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError)
    return new AppError(400, 'invalid-input', 'Some of the input is not right.', fieldErrors(error));
  return fromBodyParser(error);
}

export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** Express and its body parser mark their own refusals with a 4xx status. */
function fromBodyParser(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const status = Number(error.status);
  if (status === 413) return new AppError(413, 'too-large', 'What you sent is too large.');
  if (status >= 400 && status < 500)
    return new AppError(status, 'unreadable', 'What you sent cannot be read.');
  return undefined;
}
