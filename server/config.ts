import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** The address to listen on: this computer only, unless said otherwise. */
  HOST: z.string().default('127.0.0.1'),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'an address such as mongodb://host:27017'),
  MONGODB_DATABASE: z.string().min(1).max(60).default('trellis'),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'an address such as redis://host:6379'),
  /** Separates several installations in one Redis. */
  REDIS_PREFIX: z.string().min(1).default('trellis'),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  /** The address at which people reach Trellis; https makes cookies secure. */
  PUBLIC_URL: z.url().optional(),
  /** How many proxies in front of the API are trusted to say who asks. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  TILE_URL: z.string().optional(),
  TILE_ATTRIBUTION: z.string().default('© OpenStreetMap contributors'),
  WEB_DIR: z.string().optional(),
  UPLOAD_DIR: z.string().optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().positive().default(512),
  /** Shows the demo accounts on the sign-in page. */
  DEMO: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(2),
  /** After this time without a sign of life a job is taken over by another worker. */
  JOB_LOCK_MS: z.coerce.number().int().min(200).default(30_000),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the environment once.
 * @throws Error with a sentence for each variable that is missing or wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv) {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) throw new Error(explain(parsed.error));
  const vars = parsed.data;
  if (vars.NODE_ENV === 'production' && vars.SESSION_SECRET === undefined) {
    throw new Error('SESSION_SECRET is not set. In production it is needed to sign the session cookies.');
  }
  return {
    production: vars.NODE_ENV === 'production',
    port: vars.PORT,
    host: vars.HOST,
    mongodb: { uri: vars.MONGODB_URI, database: vars.MONGODB_DATABASE },
    redis: { url: vars.REDIS_URL, prefix: vars.REDIS_PREFIX },
    sessionSecret: vars.SESSION_SECRET ?? 'only for a computer of one’s own: not a secret',
    secureCookies: vars.PUBLIC_URL?.startsWith('https:') ?? false,
    publicUrl: vars.PUBLIC_URL,
    trustProxy: vars.TRUST_PROXY,
    tiles: vars.TILE_URL === undefined ? null : { url: vars.TILE_URL, attribution: vars.TILE_ATTRIBUTION },
    webDir: vars.WEB_DIR,
    uploads: { dir: vars.UPLOAD_DIR, limitBytes: vars.UPLOAD_LIMIT_MB * 1024 * 1024 },
    demo: vars.DEMO,
    logLevel: vars.LOG_LEVEL,
    workers: { concurrency: vars.WORKER_CONCURRENCY, lockMs: vars.JOB_LOCK_MS },
  };
}

function explain(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  return `The configuration is not complete:\n${lines.join('\n')}`;
}
