import { z } from 'zod';
import type { ImportPreview, TablePreview } from '../imports/import-preview.ts';

/** What a feed brings. Everything that can be tried without storing it can be a feed. */
export const FEED_KINDS = ['hsds'] as const;

export const FEED_RULES = ['ask', 'apply'] as const;

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
  /** `ask`: what is different waits for a person. `apply`: it is stored, unless too much is lost. */
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
export type FetchOutcome =
  | 'comparing'
  | 'nothing-new'
  | 'waiting'
  | 'replaced'
  | 'applied'
  | 'skipped'
  | 'failed';

/** Why a file waits for a person: the rule says so, or too much would be lost. */
export type WaitsBecause = 'rule' | 'lost';

export interface FeedFetchView {
  id: string;
  at: string;
  outcome: FetchOutcome;
  because?: WaitsBecause;
  tables?: Record<string, TablePreview>;
  /** The comparison, and the import that followed. */
  comparisonId: string;
  importId?: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Its file is still there: what is missing in it can be marked. */
  canBeTaken: boolean;
}

export interface FeedView extends FeedSettings {
  id: string;
  version: number;
  paused: boolean;
  /** The name of the header that is sent, never its value. */
  headerName?: string;
  nextAt?: string;
  /** When it was last fetched and answered, changed or not. */
  checkedAt?: string;
  failure?: { code: FeedFailure; status?: number; since: string; times: number };
  /** The newest file, where one has come. */
  newest?: FeedFetchView;
}

export interface ReviewedFetch extends FeedFetchView {
  feed: Pick<FeedView, 'id' | 'name' | 'source'>;
  samples: ImportPreview['samples'];
}
