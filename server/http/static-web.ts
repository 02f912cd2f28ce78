import { join, resolve, sep } from 'node:path';
import express, { type Request, type RequestHandler } from 'express';

/** Vite puts a hash into the name of everything under assets/: such a file never changes. */
const HASHED = `${sep}assets${sep}`;

/** Pages that a link in a mail leads to: no search engine lists them, and nobody is told where a reader came from. */
const BY_LINK: ReadonlySet<string> = new Set(['/answer', '/sign-in/set-password']);

/** The web front end. Addresses of its views, which are no files, get index.html; missing files do not. */
export function staticWeb(webDir: string): RequestHandler[] {
  const root = resolve(webDir);
  const files = express.static(root, {
    index: false,
    redirect: false,
    setHeaders: (res, path) => res.setHeader('Cache-Control', cacheFor(path.slice(root.length))),
  });
  const index: RequestHandler = (req, res, next) => {
    if (!isNavigation(req)) return next();
    res.setHeader('Cache-Control', 'no-cache');
    if (BY_LINK.has(req.path))
      res.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' });
    if (req.path === '/embed') res.set('X-Robots-Tag', 'noindex');
    res.sendFile(
      join(root, req.path === '/embed' ? 'embed.html' : 'index.html'),
      { cacheControl: false },
      (error) => {
        if (error && !res.headersSent) next(error);
      },
    );
  };
  return [files, index];
}

function cacheFor(path: string): string {
  return path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The browser wants a page to show, not a part of one. The first page goes to whoever asks, programs that watch it included. */
function isNavigation(req: Request): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false;
  if (req.path === '/') return true;
  if (req.path.startsWith('/assets/')) return false;
  const mode = req.get('sec-fetch-mode');
  return mode === undefined ? (req.get('accept') ?? '').includes('text/html') : mode === 'navigate';
}
