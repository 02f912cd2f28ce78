/** A refusal that people are meant to read. One place turns it into an RFC 9457 problem (problem.ts). */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, code: string, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** What is wrong with one part of the input; `path` as in "needs.0.term". */
export interface FieldError {
  path: string;
  message: string;
}

/** As `notFound` to whoever asks; only the log tells it apart (problem.ts). */
export class NotOpen extends AppError {
  constructor() {
    const { status, code, message } = notFound();
    super(status, code, message);
  }
}

/** The answer for a record that is not there, and for one that the asker may not see. */
export function notFound(): AppError {
  return new AppError(404, 'not-found', 'There is nothing at this address, or it is not open to you.');
}

export function forbidden(): AppError {
  return new AppError(403, 'forbidden', 'Your account may not do this.');
}

export function signInNeeded(): AppError {
  return new AppError(401, 'sign-in-needed', 'Please sign in first.');
}
