import type { Location } from '../../core/directory/service.ts';
import {
  POINT_REASONS,
  type PointList,
  type PointlessView,
  type PointReason,
} from '../../core/geocoding/point-view.ts';
import { whyNoPoint } from '../../core/geocoding/why-no-point.ts';
import type { Account } from '../accounts/account.ts';
import { readCorrections } from '../corrections/correction-store.ts';
import { isOpenTo } from '../corrections/open-records.ts';
import type { Deps } from '../deps.ts';
import { readGeocodings } from './geocoding-store.ts';
import {
  idsWithoutPoint,
  type PlaceWithoutPoint,
  readWithoutPoint,
  standingOf,
} from './places-without-point.ts';

const PER_PAGE = 25;

type May = (organizationId: string) => boolean;

/** All public places without a point, each with why. */
export async function readPointless({
  db,
}: Pick<Deps, 'db'>): Promise<(PointlessView & PlaceWithoutPoint)[]> {
  const places = await readWithoutPoint(db, await idsWithoutPoint(db));
  const ids = places.map(({ id }) => id);
  const [known, corrections] = await Promise.all([
    readGeocodings(db, ids),
    readCorrections(db, 'location', ids),
  ]);
  const byPerson = new Set(
    corrections.flatMap(({ field, by, recordId }) =>
      field === 'point' && 'account' in by ? [recordId] : [],
    ),
  );
  return places.map((place) => {
    const geocoding = known.get(place.id);
    const reason = whyNoPoint(place, { geocoding, byPerson: byPerson.has(place.id) });
    const candidates = reason === 'waiting' ? (geocoding?.candidates.length ?? 0) : 0;
    return { ...place, address: addressLine(place), reason, candidates };
  });
}

/** Of these a page that is open to who asks, those with most services first. */
export async function listPoints(
  deps: Pick<Deps, 'db'>,
  account: Account | null,
  may: May,
  { page, reason }: { page: number; reason: PointReason | undefined },
): Promise<PointList> {
  const isOpen = isOpenTo(account, may);
  const open = (await readPointless(deps)).filter((place) => isOpen(standingOf(place)));
  const asked = open.filter((place) => reason === undefined || place.reason === reason);
  const sorted = asked.sort(
    (a, b) => b.services - a.services || (a.name === b.name ? order(a.id, b.id) : order(a.name, b.name)),
  );
  return {
    items: sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(viewOf),
    total: asked.length,
    page,
    perPage: PER_PAGE,
    counts: countReasons(open),
  };
}

export function countReasons(places: readonly Pick<PointlessView, 'reason'>[]): Record<PointReason, number> {
  const counts = Object.fromEntries(POINT_REASONS.map((reason) => [reason, 0])) as Record<
    PointReason,
    number
  >;
  for (const { reason } of places) counts[reason] += 1;
  return counts;
}

function viewOf({ id, name, address, reason, services, candidates }: PointlessView): PointlessView {
  return { id, name, address, reason, services, candidates };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function addressLine({ addresses: [first] }: Pick<Location, 'addresses'>): string {
  const { address1, city, stateProvince, postalCode } = first ?? {};
  return [address1, city, [stateProvince, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
