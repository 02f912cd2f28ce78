import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import type { GapResult, NamedOffer } from '../../core/gaps/gap.ts';
import { allRows } from '../../core/gaps/rows-by.ts';
import { offers } from '../directory/offer-collection.ts';
import { model, type Stored } from '../store/collection.ts';

type NamedFields = Pick<Offer, 'serviceId' | 'serviceName' | 'locationName'>;

/**
 * What the nearest offers of a result are called today, by id. Names are not kept with a run: a place that has become
 * confidential since, or has gone, is not named any more.
 */
export async function nameNearest(db: Connection, result: GapResult): Promise<NamedOffer[]> {
  const ids = [...new Set(allRows(result).flatMap(({ nearestOfferId }) => nearestOfferId ?? []))];
  const found = await model<Offer>(db, offers)
    .find({ _id: { $in: ids }, confidentiality: 'public' }, { serviceId: 1, serviceName: 1, locationName: 1 })
    .sort({ _id: 1 })
    .lean<Stored<NamedFields & { id: string }>[]>();
  return found.map(({ _id, serviceId, serviceName, locationName }) => ({
    id: _id,
    serviceId,
    serviceName,
    locationName,
  }));
}
