import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/**
 * Helmet with a strict policy: nothing inline, nothing from elsewhere but map tiles. Leaflet and Preact set styles through
 * the CSSOM (`element.style.top = …`), which `style-src 'self'` allows; a `style="…"` in HTML it does not.
 * On plain http (a school's own network) the directives that force https stay away.
 */
export function securityHeaders(config: Config): RequestHandler[] {
  const ours = headersFor(config, "'none'");
  const forOthers = headersFor(config, "'self'", ...config.embedAncestors);
  return [(req, res, next) => (FOR_OTHERS.has(req.path) ? forOthers : ours)(req, res, next), permissions];
}

/** What pages of other sites may show in a frame, and the script that gives the frame its height. Nobody is signed in there. */
const FOR_OTHERS: ReadonlySet<string> = new Set(['/embed', '/embed.js']);

function headersFor({ tiles, secureCookies }: Config, ...frameAncestors: string[]): RequestHandler {
  const framed = frameAncestors[0] !== "'none'";
  return helmet({
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
        frameAncestors,
        ...(secureCookies && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secureCookies,
    // Tile servers ask who uses them: they get our host, never the page.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // It knows no list of sites: where there is one, the policy's alone holds.
    xFrameOptions: framed ? false : { action: 'deny' },
    crossOriginResourcePolicy: { policy: framed ? 'cross-origin' : 'same-origin' },
  });
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
