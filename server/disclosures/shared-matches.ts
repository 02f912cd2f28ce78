import type { SharedMatch } from '../../core/consents/shared-content.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { currentMatches } from '../matches/match-store.ts';

/** Which of an organization's own services fit a student, after the newest run; nothing of any other organization. */
export async function sharedMatches(
  deps: Pick<Deps, 'db' | 'sealing'>,
  studentId: string,
  organizationId: string,
): Promise<SharedMatch[]> {
  const found = await currentMatches(deps, studentId);
  const wishes = found?.matches.wishes ?? [];
  const offers = await readOffersById(deps.db, [
    ...new Set(wishes.flatMap(({ matches }) => matches.map(({ offerId }) => offerId))),
  ]);
  const own = new Map(
    offers.filter((offer) => offer.organizationId === organizationId).map((offer) => [offer.id, offer]),
  );
  return wishes.flatMap(({ term, matches }) =>
    matches.flatMap(({ offerId }) => {
      const offer = own.get(offerId);
      return offer ? [{ term, serviceName: offer.serviceName, kind: offer.kind }] : [];
    }),
  );
}
