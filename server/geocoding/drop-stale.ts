import type { Location } from '../../core/directory/service.ts';
import { addressKey, addressToAsk } from '../../core/geocoding/address-to-ask.ts';
import { readCorrections } from '../corrections/correction-store.ts';
import { type CorrectingDeps, takeBack } from '../corrections/turn-correction.ts';
import { readLocations } from '../directory/directory-store.ts';
import { readServicesThere } from '../directory/read-secret-places.ts';
import type { GeocodingRecord } from './geocoding-collections.ts';
import { dropGeocodings, geocodedIds, readGeocodings } from './geocoding-store.ts';

const AT_ONCE = 500;

/**
 * Forgets what was found of places that have another address by now, that must not be found any more, or that are gone;
 * a point that we had found for such a place goes, what a person said stays.
 */
export async function dropStale(deps: CorrectingDeps): Promise<void> {
  const ids = await geocodedIds(deps.db);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const stale = await staleAmong(deps, some);
    if (stale.length === 0) continue;
    const ofTool = (await readCorrections(deps.db, 'location', stale)).filter(
      ({ field, by }) => field === 'point' && 'tool' in by && by.tool === 'geocoder',
    );
    for (const { recordId } of ofTool)
      await takeBack(deps, { kind: 'location', id: recordId, field: 'point' }, { account: null });
    await dropGeocodings(deps.db, stale);
  }
}

async function staleAmong({ db }: CorrectingDeps, ids: readonly string[]): Promise<string[]> {
  const [records, places, servicesAt] = await Promise.all([
    readGeocodings(db, ids),
    readLocations(db, ids),
    readServicesThere(db, ids),
  ]);
  const byId = new Map(places.map((place) => [place.id, place]));
  const isHidden = ({ id, confidentiality }: Location) =>
    [{ confidentiality }, ...servicesAt(id)].some((each) => each.confidentiality !== 'public');
  return [...records.values()]
    .filter((record) => {
      const place = byId.get(record.id);
      return !place || isHidden(place) || keyOf(place) !== record.key;
    })
    .map(({ id }: GeocodingRecord) => id);
}

function keyOf({ addresses }: Location): string | undefined {
  const asked = addressToAsk(addresses);
  return asked && addressKey(asked);
}
