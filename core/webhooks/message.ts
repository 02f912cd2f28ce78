import { z } from 'zod';
import { RecordKind } from '../corrections/correction.ts';
import { ReferralState } from '../referrals/referral-state.ts';

/** As many records stand in one message at most; more are told in several. */
export const MOST_RECORDS = 100;

/** A record of the directory that is another now, and nothing of what it says: whoever wants that asks for it. */
export const ToldRecord = z.object({
  kind: RecordKind,
  id: z.string(),
  /** `merged`: it is shown no more, `into` is what stands for it. `separated`: it is shown again. */
  change: z.enum(['changed', 'merged', 'separated']),
  fields: z.array(z.string()).optional(),
  into: z.string().optional(),
  /** Where it is read. */
  url: z.string(),
});
export type ToldRecord = z.infer<typeof ToldRecord>;

const ImportCount = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });

export const DirectoryChanged = z.object({ records: z.array(ToldRecord).min(1).max(MOST_RECORDS) });
export const DirectoryImported = z.object({
  importId: z.string(),
  source: z.string(),
  /** False: it was cancelled, and what it had come to is stored. */
  complete: z.boolean(),
  counts: z.record(z.string(), ImportCount),
  /** How many records were marked because the file no longer has them. */
  marked: z.int().optional(),
  /** Where services are read that have changed since it began. */
  url: z.string(),
});
/** Which referral stands where. Of whom it is, for what and where to is not in it: that is asked by who may know it. */
export const ReferralChanged = z.object({
  referralId: z.string(),
  from: ReferralState,
  to: ReferralState,
  at: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  url: z.string(),
});
export type ReferralChanged = z.infer<typeof ReferralChanged>;

const message = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data });

/** The body of each message, by its type. A test goes to whoever has set up a webhook and presses the button. */
export const MESSAGES = {
  'directory.changed': message('directory.changed', DirectoryChanged),
  'directory.imported': message('directory.imported', DirectoryImported),
  'referral.changed': message('referral.changed', ReferralChanged),
  test: message('test', z.object({ webhookId: z.string() })),
} as const;
export type MessageType = keyof typeof MESSAGES;
export type MessageData<T extends MessageType> = z.infer<(typeof MESSAGES)[T]>['data'];
