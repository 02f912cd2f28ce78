import type { Connection } from 'mongoose';
import type { DemandArea } from '../../../core/demand/demand-area.ts';
import { Offer } from '../../../core/directory/offer.ts';
import { showAreaSet, writeAreas } from '../../../server/demand/area-set-store.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { model, toStored } from '../../../server/store/collection.ts';
import type { State } from './make-state.ts';

const BATCH = 1_000;
const SET = 'state';

/** Writes the blocks as census areas, and the services as offers of a term with so many places. */
export async function storeState(db: Connection, { blocks, services }: State, term: string): Promise<void> {
  for (const batch of batches(blocks.map(areaOf))) await writeAreas(db, SET, batch);
  const importedAt = '2026-01-01T00:00:00.000Z';
  await showAreaSet(db, { set: SET, source: 'bench', filename: 'state', importedAt, areas: blocks.length });
  for (const batch of batches(services.map((service, n) => toStored(offerOf(service, n, term)))))
    await model<Offer>(db, offers).collection.insertMany(batch as never);
}

function areaOf({ point, people }: State['blocks'][number], n: number): DemandArea {
  return { id: String(n).padStart(12, '0'), point, ...(people > 0 && { people }) };
}

function offerOf({ point, places }: State['services'][number], n: number, term: string): Offer {
  const id = String(n).padStart(7, '0');
  return Offer.parse({
    id: `offer-${id}`,
    serviceId: `service-${id}`,
    locationId: `location-${id}`,
    organizationId: 'organization',
    serviceName: `Service ${id}`,
    organizationName: 'Organization',
    locationName: `Place ${id}`,
    kind: 'service',
    confidentiality: 'public',
    point: { type: 'Point', coordinates: point },
    terms: [term],
    termsAndAbove: [term],
    eligibility: { unknown: [] },
    hours: [],
    hoursKnown: false,
    languages: [],
    placesMaximum: places,
  });
}

function* batches<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}
