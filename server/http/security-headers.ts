import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/**
 * Helmet with a strict policy: nothing inline, nothing from elsewhere but map tiles. Leaflet and Preact set styles through
 * the CSSOM (`element.style.top = …`), which `style-src 'self'` allows; a `style="…"` in HTML it does not.
 * On plain http (a school's own network) the directives that force https stay away.
 */
export function securityHeaders({ tiles, secureCookies }: Config): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...tileSources(tiles?.url)],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secureCookies && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secureCookies,
    // Tile servers ask who uses them: they get our host, never the page.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return [headers, permissions];
}

/** What a Leaflet tile address needs in `img-src`: its host, with a wildcard for the subdomain `{s}`. */
export function tileSources(url: string | undefined): string[] {
  const found = /^(https?:)?\/\/([^/]+)/.exec(url ?? '');
  if (!found) return [];
  const [, scheme = 'https:', host = ''] = found;
  const source = `${scheme}//${host.replace(/^[^.]*\{s\}[^.]*/, '*')}`;
  return /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i.test(source) ? [source] : [];
}

const permissions: RequestHandler = (_req, res, next) => {
  res.setHeader('Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=()');
  next();
};
