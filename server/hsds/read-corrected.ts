import type { Connection } from 'mongoose';
import { asMetadata } from '../../core/corrections/as-metadata.ts';
import type { Service } from '../../core/directory/service.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { readCorrections } from '../corrections/correction-store.ts';

/** Adds to services what was corrected in them, as recorded changes. One round trip. */
export async function readCorrected(
  db: Connection,
  serviceIds: readonly string[],
): Promise<(service: Service) => Service> {
  const corrections = await readCorrections(db, 'service', serviceIds);
  const byService = groupBy(corrections, ({ recordId }) => recordId);
  return (service) => {
    const own = byService.get(service.id);
    return own ? { ...service, metadata: [...service.metadata, ...asMetadata(own)] } : service;
  };
}
