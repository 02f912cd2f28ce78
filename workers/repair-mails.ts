import type { Deps } from '../server/deps.ts';
import { mailStore } from '../server/mail/mail-store.ts';

/**
 * Asks again for mails that should have left by now: the mail server was away longer than the queue tries, or the queue
 * was lost. Asking for one that is asked for already changes nothing.
 */
export async function repairMails(deps: Deps): Promise<number> {
  const due = await mailStore(deps).due();
  for (const jobId of due) await deps.queues.ask('mails', 'send', { jobId });
  return due.length;
}
