import { firstMailMoment } from '../../core/schedule/mail-calendar.ts';
import type { Deps } from '../deps.ts';
import { readCalendar } from '../district-rules/district-calendar.ts';
import type { MailRecord } from './mail-collection.ts';

const DAY_MS = 86_400_000;

/**
 * Until when a mail waits that nobody should get at night or on a holiday; undefined where it may leave now. It is asked
 * when the mail leaves, for the mail server may have been away until night.
 */
export async function quietUntil(
  deps: Pick<Deps, 'db' | 'rules' | 'clock'>,
  { quietIn }: MailRecord,
): Promise<Date | undefined> {
  if (quietIn === undefined) return undefined;
  const now = deps.clock();
  const { zone, reminders } = await readCalendar(deps, quietIn);
  const first = firstMailMoment(now, zone, reminders);
  if (first === undefined) return new Date(now.getTime() + DAY_MS);
  return first > now ? first : undefined;
}
