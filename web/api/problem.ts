/** An error reply of the server (RFC 9457), or `code` "offline" with status 0 when none came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, code: string, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export interface FieldError {
  path: string;
  message: string;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<{
    title: string;
    detail: string;
    code: string;
    errors: FieldError[];
  }>;
  const detail = body.detail ?? body.title ?? response.statusText;
  return new Problem(response.status, body.code ?? `http-${response.status}`, detail, body.errors ?? []);
}
