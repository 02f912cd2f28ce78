import { z } from 'zod';
import { ChangeSample, TablePreview } from '../imports/import-preview.ts';
import { FEED_KINDS, FEED_RULES } from './feed-choices.ts';

const WEEK_MINUTES = 7 * 24 * 60;

/** A header that the other side wants to see, such as "Authorization". Its value is a secret. */
export const FeedHeader = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,100}$/, 'letters, digits and hyphens')
    .refine((name) => !OWN_HEADERS.has(name.toLowerCase()), 'a header that Trellis sends itself'),
  value: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not be in it
    .regex(/^[^\x00-\x1f\x7f]+$/, 'one line'),
});
export type FeedHeader = z.infer<typeof FeedHeader>;

const OWN_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'if-none-match',
  'if-modified-since',
]);

/** What people say about a feed. */
export const FeedSettings = z.strictObject({
  name: z.string().trim().min(1, 'give it a name').max(100),
  address: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https://' })
    .max(2000)
    .refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address), 'an address without a password in it'),
  kind: z.enum(FEED_KINDS),
  source: z
    .string()
    .trim()
    .min(1, 'give the source a name')
    .max(100)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'letters, digits, spaces, dots, hyphens'),
  everyMinutes: z
    .int()
    .min(15)
    .max(4 * WEEK_MINUTES),
  rule: z.enum(FEED_RULES),
  /** Where less than this share of a table's records is left, a person is asked whatever the rule. */
  stopBelow: z.number().min(0).max(1).default(0.5),
});
export type FeedSettings = z.infer<typeof FeedSettings>;

/** Why a feed did not come: keys of the interface's texts. */
export const FEED_FAILURES = [
  'address-refused',
  'name-not-found',
  'no-connection',
  'certificate',
  'timeout',
  'status',
  'too-many-redirects',
  'insecure-redirect',
  'too-large',
  'empty',
  'unreadable',
] as const;
export type FeedFailure = (typeof FEED_FAILURES)[number];

/** What came of a file that was fetched and compared. */
export const FETCH_OUTCOMES = [
  'comparing',
  'nothing-new',
  'waiting',
  'replaced',
  'applied',
  'skipped',
  'failed',
] as const;
export type FetchOutcome = (typeof FETCH_OUTCOMES)[number];

/** Why a file waits for a person: the rule says so, or too much would be lost. */
export const WAITS_BECAUSE = ['rule', 'lost'] as const;
export type WaitsBecause = (typeof WAITS_BECAUSE)[number];

/** A file that came, as people see it. */
export const FeedFetchView = z.object({
  id: z.string(),
  at: z.string(),
  outcome: z.enum(FETCH_OUTCOMES),
  because: z.enum(WAITS_BECAUSE).optional(),
  tables: z.record(z.string(), TablePreview).optional(),
  /** The import that compared it, with its findings; and the one that stored it. */
  comparisonId: z.string(),
  importId: z.string().optional(),
  /** Its file is still there, so it can be stored, or what it lacks be marked. */
  canBeTaken: z.boolean(),
});
export type FeedFetchView = z.infer<typeof FeedFetchView>;

export const FeedFailing = z.object({
  code: z.enum(FEED_FAILURES),
  status: z.int().optional(),
  since: z.string(),
  /** How often in a row. */
  times: z.int().min(1),
});
export type FeedFailing = z.infer<typeof FeedFailing>;

export const FeedView = z.object({
  ...FeedSettings.shape,
  id: z.string(),
  version: z.int(),
  paused: z.boolean(),
  /** The name of the header that is sent; its value is told to nobody. */
  headerName: z.string().optional(),
  nextAt: z.string(),
  /** When it last answered, with something new or not. */
  checkedAt: z.string().optional(),
  failing: FeedFailing.optional(),
  newest: FeedFetchView.optional(),
});
export type FeedView = z.infer<typeof FeedView>;

/** A file with some of what is different in it. */
export const ReviewedFetch = z.object({ ...FeedFetchView.shape, samples: z.array(ChangeSample) });
export type ReviewedFetch = z.infer<typeof ReviewedFetch>;
