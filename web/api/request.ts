import { Problem, problemOf } from './problem.ts';

export const API = '/api/v1';

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type QueryValues = Readonly<Record<string, QueryValue>>;

let csrfToken: string | null = null;
let credentials: RequestCredentials = 'same-origin';

/** From now on the server is not told who asks. */
export function sendNoCookies(): void {
  credentials = 'omit';
}

/** The session's reply brings the token that every change must carry. */
export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

/** The address of a route with its query; absent, empty and false values are left out. */
export function addressOf(path: string, query: QueryValues = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    search.set(name, value === true ? '1' : String(value));
  }
  const text = search.toString();
  return `${API}${path}${text ? `?${text}` : ''}`;
}

export function get<T>(path: string, query?: QueryValues, signal?: AbortSignal): Promise<T> {
  return send<T>(addressOf(path, query), signal ? { signal } : {});
}

export function post<T>(path: string, body?: unknown): Promise<T> {
  return change<T>('POST', path, body);
}

export function put<T>(path: string, body: unknown): Promise<T> {
  return change<T>('PUT', path, body);
}

export function patch<T>(path: string, body: unknown): Promise<T> {
  return change<T>('PATCH', path, body);
}

export function remove<T>(path: string, body?: unknown): Promise<T> {
  return change<T>('DELETE', path, body);
}

/** Sends a file as it is, and tells how much of it is on its way; `fetch` cannot. */
export async function upload<T>(
  path: string,
  query: QueryValues,
  file: Blob,
  onProgress: (share: number) => void = () => undefined,
): Promise<T> {
  const headers = { accept: 'application/json', ...(await csrfHeader()) };
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(path, query));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      resolve(new Response(request.responseText || null, { status: request.status })),
    );
    request.addEventListener('error', () => reject(new Problem(0, 'offline', 'the file was not sent')));
    request.send(file);
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

async function change<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(await csrfHeader()),
  };
  return send<T>(addressOf(path), {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function csrfHeader(): Promise<Record<string, string>> {
  csrfToken ??= (await get<{ csrfToken: string }>('/session')).csrfToken;
  return { 'x-csrf-token': csrfToken };
}

async function send<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
    credentials,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline', String(error));
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}
