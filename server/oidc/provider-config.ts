import { z } from 'zod';

/** A service that people sign in with, such as the district's own Google or Microsoft. */
export interface SignInProvider {
  /** As in addresses and in OIDC_PROVIDERS. */
  id: string;
  /** As on the button: "Sign in with …". */
  label: string;
  issuer: string;
  clientId: string;
  /** Never shown, never logged. */
  clientSecret: string;
  /** What becomes of somebody who has no account yet. */
  create: 'none' | 'no-grants';
  /** E-mail domains whose people sign in with this service and in no other way. */
  onlyFor: readonly string[];
  /** E-mail domains in which the service's word on an address is taken, although it does not say that it checked it. */
  trustedDomains: readonly string[];
}

type Variables = Record<string, string | undefined>;

/** What is known of the best-known ones. Microsoft's issuer holds the district's tenant and has to be given. */
const KNOWN: Record<string, { label: string; issuer?: string }> = {
  google: { label: 'Google', issuer: 'https://accounts.google.com' },
  microsoft: { label: 'Microsoft' },
  clever: { label: 'Clever', issuer: 'https://clever.com' },
};

/** Issuers of Microsoft's that stand for everybody's tenants: anybody can make a tenant that claims any address. */
const EVERYBODY = /\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/;

const domains = z
  .string()
  .default('')
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'domains such as schools.example.org')));

const shape = (production: boolean) =>
  z.object({
    LABEL: z.string('the words for its button').min(1).max(40),
    ISSUER: z
      .url({
        protocol: production ? /^https$/ : /^https?$/,
        error: 'an address such as https://accounts.example.org',
      })
      .refine((url) => !EVERYBODY.test(url), 'the address with your own tenant’s id in it'),
    CLIENT_ID: z.string('the id that the service gave to Trellis'),
    CLIENT_SECRET: z.string('the secret that the service gave to Trellis, or its file in …_FILE'),
    CREATE: z.enum(['none', 'no-grants'], 'none or no-grants').default('none'),
    ONLY_FOR: domains,
    TRUSTED_DOMAINS: domains,
  });

/**
 * OIDC_PROVIDERS names them; each has its variables OIDC_<NAME>_….
 * @throws Error with a sentence for each variable that is missing or wrong, never its value
 */
export function readProviders(vars: Variables, production: boolean): SignInProvider[] {
  const ids = (vars.OIDC_PROVIDERS ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const troubles = [...strayVariables(vars, ids), ...wrongNames(ids)];
  const found = ids.flatMap((id) => readProvider(id, vars, production, troubles) ?? []);
  if (ids.length > 0 && vars.PUBLIC_URL === undefined)
    troubles.push('PUBLIC_URL is not set: the services of OIDC_PROVIDERS need the address to come back to.');
  troubles.push(...sharedDomains(found));
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return found;
}

function readProvider(
  id: string,
  vars: Variables,
  production: boolean,
  troubles: string[],
): SignInProvider | undefined {
  const prefix = `OIDC_${id.toUpperCase()}_`;
  const known = KNOWN[id];
  const own = Object.fromEntries(
    Object.entries(vars).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
    ),
  );
  const parsed = shape(production).safeParse({
    LABEL: known?.label ?? id,
    ...(known?.issuer && { ISSUER: known.issuer }),
    ...own,
  });
  if (!parsed.success) {
    const wrong = new Map(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
    for (const [name, message] of wrong)
      troubles.push(`${prefix}${name} ${name in own ? 'is not right' : 'is not set'}: give ${message}.`);
    return undefined;
  }
  const { LABEL, ISSUER, CLIENT_ID, CLIENT_SECRET, CREATE, ONLY_FOR, TRUSTED_DOMAINS } = parsed.data;
  return {
    id,
    label: LABEL,
    issuer: ISSUER,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    create: CREATE,
    onlyFor: ONLY_FOR,
    trustedDomains: TRUSTED_DOMAINS,
  };
}

function wrongNames(ids: readonly string[]): string[] {
  const wrong = ids.some((id, n) => !/^[a-z][a-z0-9]{0,19}$/.test(id) || ids.indexOf(id) !== n);
  return wrong
    ? ['OIDC_PROVIDERS is not right: give names of letters and figures with a comma between, each once.']
    : [];
}

/** A service that is half set up must not look as if it were switched on. */
function strayVariables(vars: Variables, ids: readonly string[]): string[] {
  const strays = Object.keys(vars).filter((name) => {
    const id = /^OIDC_([A-Z0-9]+)_(ISSUER|CLIENT_ID|CLIENT_SECRET)$/.exec(name)?.[1];
    return id !== undefined && vars[name] !== undefined && !ids.includes(id.toLowerCase());
  });
  return strays.map((name) => `${name} is set, but OIDC_PROVIDERS does not name its service.`);
}

function sharedDomains(found: readonly SignInProvider[]): string[] {
  const all = found.flatMap(({ onlyFor }) => onlyFor);
  const shared = new Set(all.filter((domain, n) => all.indexOf(domain) !== n));
  return [...shared].map((domain) => `${domain} stands in ONLY_FOR of two services: give it to one.`);
}
