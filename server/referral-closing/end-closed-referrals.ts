import { groupBy } from '../../core/lists/group-by.ts';
import type { Referral } from '../../core/referrals/referral.ts';
import { OPEN_STATES } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { tellSchool } from '../referral-links/tell-school.ts';
import { givePlacesBack } from '../referrals/hold-place.ts';
import { insertReferrals, listReferrals, writeChanges } from '../referrals/referral-store.ts';
import { noteUnmet } from '../unmet/note-unmet.ts';
import { closedServices } from './closed-services.ts';
import { nextDrafts } from './next-drafts.ts';

/** Referrals that are ended together: their questions to the database do not grow with their number. */
const BATCH = 200;
const REASON = 'organization-closed';

/**
 * Ends what is still referred to services that have closed, whoever closed them, and gives each a next step: a draft to
 * the next best match where there is one. Drafts come first and each knows in whose place it is, so that doing it again
 * after a process has died makes none twice and leaves none out. How many were ended.
 */
export async function endClosedReferrals(deps: Deps): Promise<number> {
  const closed = new Set(await closedServices(deps.db));
  if (closed.size === 0) return 0;
  const open = await listReferrals(deps.db, { serviceIds: [...closed], states: OPEN_STATES });
  let ended = 0;
  for (let at = 0; at < open.length; at += BATCH)
    ended += (await endBatch(deps, open.slice(at, at + BATCH), closed)).length;
  return ended;
}

async function endBatch(
  deps: Deps,
  batch: readonly Referral[],
  closed: ReadonlySet<string>,
): Promise<Referral[]> {
  await deps.audit.record({
    action: 'system.referral-closed',
    account: null,
    studentIds: batch.map(({ studentId }) => studentId),
    changes: [{ field: 'state', to: 'cancelled' }],
  });
  const drafts = await nextDrafts(deps, batch, closed);
  await insertReferrals(deps.db, drafts);
  const at = deps.clock().toISOString();
  const written = await writeChanges(
    deps.db,
    batch.map((referral) => ({
      referral,
      change: { at, by: 'system', from: referral.state, to: 'cancelled', reason: REASON },
    })),
  );
  // Who changed one in between comes first: what is still open then is found the next time.
  const ended = batch.filter(({ id }) => written.has(id));
  await givePlacesBack(
    deps.db,
    ended.map((referral) => ({ ...referral, reason: REASON })),
  );
  const replaced = new Set(drafts.map(({ instead }) => instead));
  await noteThem(
    deps,
    ended.filter(({ id }) => !replaced.has(id)),
  );
  await tellThem(deps, ended, at.slice(0, 10));
  return ended;
}

/** Without a next step the need is unmet. */
async function noteThem(deps: Deps, left: readonly Referral[]): Promise<void> {
  for (const same of groupBy(left, ({ schoolId, term }) => `${schoolId} ${term}`).values()) {
    const { term, schoolId } = same[0]!;
    await noteUnmet(deps, { term, schoolId, source: 'referral', at: deps.clock(), times: same.length });
  }
}

/** Once for each who made some of them, and for each school. */
async function tellThem(deps: Deps, ended: readonly Referral[], day: string): Promise<void> {
  const groups = new Map(ended.map((one) => [`${one.schoolId} ${one.createdBy}`, one]));
  for (const referral of groups.values()) await tellSchool(deps, 'referral-closed', referral, day);
}
