import type { Deps } from '../deps.ts';
import { composeMail } from './compose-mail.ts';
import { mailStore } from './mail-store.ts';
import { MailRefused, sendLetter } from './mail-transport.ts';
import { quietUntil } from './quiet-until.ts';

/**
 * Sends a mail that waits. Asked twice it is sent once; only where this process dies between handing it over and noting
 * that can it be sent again.
 * @throws MailRefused when it did not leave yet, for the queue to try again
 */
export async function sendMail(deps: Deps, id: string): Promise<void> {
  const mails = mailStore(deps);
  const mail = await mails.claim(id);
  if (!mail) return;
  try {
    const later = await quietUntil(deps, mail);
    if (later) return await mails.postpone(id, later);
    const outgoing = await composeMail(deps, mail);
    if (!outgoing) return await mails.settle(id, undefined);
    if (outgoing.accountId !== undefined) await mails.settle(id, outgoing.accountId);
    await sendLetter(deps.config, outgoing.to, outgoing.letter, outgoing.stopUrl);
    await mails.markSent(id);
  } catch (error) {
    const { reason, isFinal } =
      error instanceof MailRefused ? error : { reason: 'unexpected', isFinal: false };
    await mails.markFailed(mail, reason, isFinal);
    deps.log.warn({ mailId: id, kind: mail.kind, reason }, 'a mail did not leave');
    if (!isFinal) throw error;
  }
}
