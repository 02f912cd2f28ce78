import { z } from 'zod';
import { ROLES } from '../core/accounts/role.ts';
import { readGeocoderConfig } from './geocoding/geocoder-config.ts';
import { readMailConfig } from './mail/mail-config.ts';
import { readProviders } from './oidc/provider-config.ts';
import { readKeyRing } from './sealing/key-ring.ts';
import { readSecretFiles } from './secret-files.ts';
import { readTravelConfig } from './travel/travel-config.ts';

const flag = z
  .enum(['0', '1', 'true', 'false'], '0 or 1')
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const whole = (least: number, most: number) => {
  const words = `a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};

/** "administrator, district-leader" */
const roleList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.enum(ROLES, `roles such as ${ROLES[0]}, with a comma between`)));

/** "files.district.local, 10.2.0.4:8080" */
const hostList = z
  .string()
  .default('')
  .transform(
    (text) =>
      new Set(
        text
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      ),
  );

/** "https://www.district.example https://*.school.example"; "*" is everybody, "none" nobody. */
const siteList = z
  .string()
  .default('*')
  .transform((text) => text.split(/[\s,]+/).filter((site) => site !== '' && site !== 'none'))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^(\*|https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?)$/i,
          'sites such as https://www.school.example or https://*.district.example, *, or none',
        ),
    ),
  );

/** In milliseconds. */
const lifetime = (idleMinutes: number, hours: number) => ({
  idle: idleMinutes * 60_000,
  absolute: hours * 3_600_000,
});

const address = (scheme: RegExp, example: string) => {
  const words = `an address such as ${example}`;
  return z.string(words).regex(scheme, words);
};

const Environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'development, test or production')
    .default('development'),
  PORT: whole(0, 65535).default(8080),
  /** The address to listen on: this computer only, unless said otherwise. */
  HOST: z.string().default('127.0.0.1'),
  MONGODB_URI: address(/^mongodb(\+srv)?:\/\//, 'mongodb://host:27017'),
  MONGODB_DATABASE: z
    .string()
    .regex(/^[^/\\. "$*<>:|?]{1,60}$/, 'a name of at most 60 characters, without dots, spaces or slashes')
    .default('trellis'),
  REDIS_URL: address(/^rediss?:\/\//, 'redis://host:6379'),
  /** Separates several installations in one Redis. */
  REDIS_PREFIX: z.string().min(1).default('trellis'),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  /** The keys that seal what is kept about people, or the file that holds them (sealing/key-ring.ts). */
  DATA_KEYS: z.string().optional(),
  DATA_KEYS_FILE: z.string().optional(),
  /** Who holds one of these roles signs in with a second factor, or sets one up first. */
  SECOND_FACTOR_ROLES: roleList,
  /** A session ends after this time without a request … */
  SESSION_IDLE_MINUTES: whole(5, 10_080).default(480),
  /** … and this long after the sign-in, whatever happens. */
  SESSION_HOURS: whole(1, 720).default(168),
  /** The same for administrators, whose sessions open most. */
  ADMINISTRATOR_IDLE_MINUTES: whole(5, 10_080).default(60),
  ADMINISTRATOR_SESSION_HOURS: whole(1, 720).default(12),
  /** The address at which people reach Trellis; https makes cookies secure. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://trellis.example.org' })
    .optional(),
  /** How many proxies in front of the API are trusted to say who asks. */
  TRUST_PROXY: whole(0, 10).default(0),
  TILE_URL: z
    .string()
    .regex(/^(https?:)?\/\/.*\{z\}/, 'an address such as https://tiles.example.org/{z}/{x}/{y}.png')
    .optional(),
  TILE_ATTRIBUTION: z.string().default('© OpenStreetMap contributors'),
  WEB_DIR: z.string().optional(),
  /** Sites whose pages may show Find in a frame. */
  EMBED_ANCESTORS: siteList,
  /** Hosts of feeds that may be asked though their addresses are not public: "name" or "name:port". */
  FEED_PRIVATE_HOSTS: hostList,
  /** Hosts that messages may be sent to though their addresses are not public, or without https. */
  WEBHOOK_PRIVATE_HOSTS: hostList,
  UPLOAD_LIMIT_MB: z.coerce
    .number('a number of megabytes')
    .positive('a number of megabytes above 0')
    .default(512),
  /** Far above what people need, a whole school behind one address included: it only stops a runaway program. */
  REQUESTS_PER_MINUTE_ADDRESS: whole(1, 1_000_000_000).default(6_000),
  REQUESTS_PER_MINUTE_ACCOUNT: whole(1, 1_000_000_000).default(1_200),
  /** Of a program with a key, wherever it asks from. */
  REQUESTS_PER_MINUTE_KEY: whole(1, 1_000_000_000).default(3_000),
  /** Imports, match runs and gap runs that one account may start. */
  JOBS_PER_MINUTE_ACCOUNT: whole(1, 1_000_000_000).default(30),
  /** Shows the demo accounts on the sign-in page. */
  DEMO: flag,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'fatal, error, warn, info, debug or silent')
    .default('info'),
  WORKER_CONCURRENCY: whole(1, 32).default(2),
  /** Census areas of one task of a large gap run: they decide how much memory a worker needs for it. */
  GAP_RANGE_AREAS: whole(4, 1_000_000).default(8192),
  /** A file that a worker writes anew while it is well, for a container's health check. */
  WORKER_HEALTH_FILE: z.string().optional(),
  /** After this time without a sign of life a job is taken over by another worker. */
  JOB_LOCK_MS: whole(200, 3_600_000).default(30_000),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the environment once.
 * @throws Error with a sentence for each variable that is missing or wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv) {
  const troubles: string[] = [];
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const filled = readSecretFiles(given, troubles);
  const production = filled.NODE_ENV === 'production';
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) troubles.push(...explain(parsed.error, filled));
  if (production && filled.SESSION_SECRET === undefined)
    troubles.push('SESSION_SECRET is not set. In production it is needed to sign the session cookies.');
  const keyRing = tried(troubles, () => readKeyRing(filled, production));
  const mail = tried(troubles, () => readMailConfig(filled));
  const signInProviders = tried(troubles, () => readProviders(filled, production));
  const travel = tried(troubles, () => readTravelConfig(filled));
  const geocoder = tried(troubles, () => readGeocoderConfig(filled));
  if (
    !parsed.success ||
    !keyRing ||
    mail === undefined ||
    !signInProviders ||
    !travel ||
    !geocoder ||
    troubles.length > 0
  ) {
    const lines = troubles.flatMap((trouble) => trouble.split('\n')).map((line) => `  ${line}`);
    throw new Error(`The configuration cannot be used:\n${lines.join('\n')}`);
  }
  const vars = parsed.data;
  return {
    production,
    port: vars.PORT,
    host: vars.HOST,
    mongodb: { uri: vars.MONGODB_URI, database: vars.MONGODB_DATABASE },
    redis: { url: vars.REDIS_URL, prefix: vars.REDIS_PREFIX },
    sessionSecret: vars.SESSION_SECRET ?? 'only for a computer of one’s own: not a secret',
    keyRing,
    mail,
    signInProviders,
    secureCookies: vars.PUBLIC_URL?.startsWith('https:') ?? false,
    publicUrl: vars.PUBLIC_URL,
    trustProxy: vars.TRUST_PROXY,
    secondFactorRoles: vars.SECOND_FACTOR_ROLES,
    sessions: {
      everybody: lifetime(vars.SESSION_IDLE_MINUTES, vars.SESSION_HOURS),
      administrators: lifetime(vars.ADMINISTRATOR_IDLE_MINUTES, vars.ADMINISTRATOR_SESSION_HOURS),
    },
    tiles: vars.TILE_URL === undefined ? null : { url: vars.TILE_URL, attribution: vars.TILE_ATTRIBUTION },
    webDir: vars.WEB_DIR,
    embedAncestors: vars.EMBED_ANCESTORS,
    travel,
    geocoder,
    feedPrivateHosts: vars.FEED_PRIVATE_HOSTS,
    webhookPrivateHosts: vars.WEBHOOK_PRIVATE_HOSTS,
    uploads: { limitBytes: vars.UPLOAD_LIMIT_MB * 1024 * 1024 },
    limits: {
      perAddress: vars.REQUESTS_PER_MINUTE_ADDRESS,
      perKey: vars.REQUESTS_PER_MINUTE_KEY,
      perAccount: vars.REQUESTS_PER_MINUTE_ACCOUNT,
      jobsPerAccount: vars.JOBS_PER_MINUTE_ACCOUNT,
    },
    demo: vars.DEMO,
    logLevel: vars.LOG_LEVEL,
    workers: {
      concurrency: vars.WORKER_CONCURRENCY,
      lockMs: vars.JOB_LOCK_MS,
      rangeAreas: vars.GAP_RANGE_AREAS,
      healthFile: vars.WORKER_HEALTH_FILE,
    },
  };
}

function explain({ issues }: z.ZodError, given: Record<string, unknown>): string[] {
  return issues.map(({ path, message }) => {
    // Of a list the variable, not the entry that is wrong.
    const name = String(path[0]);
    return `${name} ${given[name] === undefined ? 'is not set' : 'is not right'}: give ${message}.`;
  });
}

/** What is read, or undefined and a trouble more. */
function tried<T>(troubles: string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    troubles.push(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** For a process of its own: a wrong environment ends it with the sentences and without a stack. */
export function configOrStop(env: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
}
