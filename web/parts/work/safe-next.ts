/**
 * Where to go after signing in: a path of this site or the fallback. Anything that a browser could read as another
 * origin ("//host", "/\host", a scheme) is refused.
 */
export function safeNext(next: string | null | undefined, fallback = '/'): string {
  if (!next?.startsWith('/')) return fallback;
  const base = 'http://here.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith('/sign-in')) return fallback;
  return url.pathname + url.search + url.hash;
}
