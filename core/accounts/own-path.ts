/**
 * Where to go after signing in: a path of this site or the fallback. Anything that a browser could read as another
 * origin ("//host", "/\host", "/.//host", a scheme) is refused, and so is the sign-in page itself.
 */
export function ownPath(next: string | null | undefined, fallback = '/'): string {
  if (!next?.startsWith('/')) return fallback;
  const base = 'http://here.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
  if (url?.origin !== base || /^\/(\/|sign-in)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
