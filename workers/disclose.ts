import type { Deps } from '../server/deps.ts';
import { deliverDisclosure } from '../server/disclosures/deliver-disclosure.ts';
import { waitingSince } from '../server/disclosures/disclosure-store.ts';

/** Hands over one disclosure, if consents still let it pass. Doing it again changes nothing. */
export function deliver(deps: Deps, disclosureId: string): Promise<void> {
  return deliverDisclosure(deps, disclosureId);
}

/** Asks again for disclosures that have waited so long that their task must be lost. */
export async function askAgainForDisclosures(deps: Deps): Promise<number> {
  const silence = 3 * deps.config.workers.lockMs;
  const waiting = await waitingSince(deps.db, new Date(deps.clock().getTime() - silence));
  for (const jobId of waiting) await deps.queues.ask('disclosures', 'deliver', { jobId });
  return waiting.length;
}
