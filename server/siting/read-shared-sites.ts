import type { Connection } from 'mongoose';
import type { SharedSite } from '../../core/where-next/candidate.ts';
import { type OfferRecord, offers } from '../directory/offer-collection.ts';
import { model } from '../store/collection.ts';

/** So many services at one place say that it can have more than one. */
const SHARED_FROM = 2;

interface FoundSite {
  _id: string;
  name: string;
  point: { coordinates: SharedSite['point'] };
}

/** Public places on the map where several services are already, by id. */
export async function readSharedSites(db: Connection): Promise<SharedSite[]> {
  const found = await model<OfferRecord>(db, offers).aggregate<FoundSite>([
    { $match: { confidentiality: 'public', point: { $exists: true } } },
    {
      $group: {
        _id: '$locationId',
        services: { $addToSet: '$serviceId' },
        name: { $first: '$locationName' },
        point: { $first: '$point' },
      },
    },
    { $match: { [`services.${SHARED_FROM - 1}`]: { $exists: true } } },
    { $project: { name: 1, point: 1 } },
    { $sort: { _id: 1 } },
  ]);
  return found.map(({ _id, name, point }) => ({ id: _id, name, point: point.coordinates }));
}
