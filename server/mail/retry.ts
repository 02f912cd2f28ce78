import type { MailRecord } from './mail-collection.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The queue itself repeats a task for about a minute; after that comes whoever looks after mails that wait. */
const FIRST_WAIT = 2 * MINUTE;
const LONGEST_WAIT = HOUR;
/** Tries that the queue makes by itself (queues.ts). */
const QUEUE_TRIES = 6;
/** A mail server that is away for a weekend loses no mail. */
const PATIENCE = 3 * 24 * HOUR;

/** When a mail is asked for again at the latest: after two minutes, then ever later, at most an hour. */
export function retryAt(now: number, attempts: number): Date {
  const doublings = Math.max(0, attempts - QUEUE_TRIES);
  return new Date(now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** doublings));
}

/** Milliseconds since 1970. */
export function giveUpAt({ createdAt }: Pick<MailRecord, 'createdAt'>): number {
  return Date.parse(createdAt) + PATIENCE;
}
