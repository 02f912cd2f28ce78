import type { Connection } from 'mongoose';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { WITHOUT_OTHER_NOTES } from '../directory/record-notes.ts';
import { services } from '../directory/service-collection.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import type { DatedService } from './tell-services.ts';

/** Services of whatever state, with when they last changed, by id. */
export async function readDatedServices(db: Connection, filter: object): Promise<DatedService[]> {
  const found = await model<DatedService>(db, services)
    .find({ ...filter, ...NOT_MERGED }, WITHOUT_OTHER_NOTES)
    .sort({ _id: 1 })
    .lean<Stored<DatedService>[]>();
  return found.map((service) => fromStored<DatedService>(service));
}
