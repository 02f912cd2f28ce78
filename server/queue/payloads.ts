import { z } from 'zod';

/** What goes through the queues: only ids, so that nothing about a student lies in Redis. */
export const JobPayload = z.strictObject({ jobId: z.uuid() });
export const ChunkPayload = z.strictObject({ jobId: z.uuid(), chunk: z.int().min(0) });
const NoPayload = z.strictObject({});

/** Every task by queue. The name of a Bull job is the task. */
export const TASKS = {
  matches: { begin: JobPayload, chunk: ChunkPayload, finish: JobPayload },
  gaps: { compute: JobPayload, finish: JobPayload },
  /** The chunk is a range of places. */
  ranges: { count: ChunkPayload, sum: ChunkPayload },
  siting: { solve: JobPayload },
  plans: { make: JobPayload },
  imports: { import: JobPayload },
  /** The job is the feed. */
  feeds: { fetch: JobPayload },
  duplicates: { find: JobPayload },
  quality: { count: JobPayload },
  geocoding: { find: JobPayload },
  /** The job is the disclosure. */
  disclosures: { deliver: JobPayload },
  /** The id is the mail's: text and link are made when it leaves (server/mail). */
  mails: { send: JobPayload },
  /** The id is the message's, the chunk how often it was tried; or it is the referral's (server/webhooks). */
  webhooks: { deliver: ChunkPayload, 'tell-referral': JobPayload },
  /** What is done at certain times, for nobody in particular. */
  upkeep: {
    'anchor-log': NoPayload,
    'clear-old': NoPayload,
    'remind-partners': NoPayload,
    'post-digests': NoPayload,
    'end-closed-referrals': NoPayload,
    'look-after-feeds': NoPayload,
    'look-after-webhooks': NoPayload,
  },
} as const;

export type QueueName = keyof typeof TASKS;
export type TaskName<Q extends QueueName> = keyof (typeof TASKS)[Q] & string;
export type Payload<Q extends QueueName, T extends TaskName<Q>> = (typeof TASKS)[Q][T] extends z.ZodType
  ? z.output<(typeof TASKS)[Q][T]>
  : never;
