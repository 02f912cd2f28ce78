import type { Deps } from '../deps.ts';
import { cancelQueued } from '../disclosures/disclosure-store.ts';
import { callOffUncovered } from '../referrals/call-off.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { sealedAt } from './check-consent.ts';
import { markWithdrawn } from './consent-store.ts';

/**
 * Withdraws a consent: one write, after which nothing asks it in vain. What was handed over under it closes by that
 * write, because each reading asks; what waits is cancelled here, or by the worker who finds it withdrawn; referrals
 * that it let pass are called off.
 */
export async function withdrawConsent(
  deps: Deps,
  { studentId, id }: { studentId: string; id: string },
  { reason, accountId, now }: { reason?: string | undefined; accountId: string; now: Date },
): Promise<void> {
  const sealer = reason === undefined ? undefined : await studentSealer(deps, studentId);
  await markWithdrawn(deps.db, studentId, id, {
    withdrawnAt: now.toISOString(),
    withdrawnBy: accountId,
    ...(sealer && reason !== undefined && { sealedReason: sealer.seal(reason, sealedAt(id, 'reason')) }),
  });
  await cancelQueued(deps.db, { studentId, consentId: id }, 'withdrawn', now);
  await callOffUncovered({ ...deps, clock: () => now }, studentId);
}
