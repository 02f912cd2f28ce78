import { type Credited, creditsOf } from '../../core/directory/credits.ts';
import type { Family } from '../../core/imports/family.ts';
import type { RecordTable } from '../../core/imports/hsds-tables.ts';
import { oneAhead } from '../../core/lists/one-ahead.ts';
import type { DirectoryCollection } from './directory-store.ts';
import { fetchFamilies } from './fetch-families.ts';
import { foldedRecords } from './fold-records.ts';
import type { Pass } from './pass.ts';

type Assemble = (families: Family[]) => Promise<(({ id: string } & Credited) | undefined)[]>;

/**
 * One table's records, a batch at a time: gather, put together, write. One is gathered while the one before is written:
 * what is put together hangs on tables that were stored before, never on this one.
 */
export async function storeTable(
  pass: Pass,
  table: RecordTable,
  collection: DirectoryCollection,
  assemble: Assemble,
): Promise<void> {
  const { store, rebuildOffers } = pass.run;
  const name = collection === 'services_at_locations' ? 'service_at_locations' : collection;
  for await (const assembled of oneAhead(assembledRecords(pass, table, assemble))) {
    const records = assembled.filter((record) => record !== undefined);
    for (const record of records) for (const credit of creditsOf(record)) pass.credits.add(credit);
    for (let refused = assembled.length - records.length; refused > 0; refused -= 1)
      pass.counter.refused(name);
    const upserted = await store.upsertMany(collection, records);
    pass.counter.upserted(name, upserted);
    if (rebuildOffers && upserted.changedIds.length > 0)
      await rebuildNeighbours(pass, collection, upserted.changedIds);
    pass.stored += assembled.length;
    await pass.step();
  }
}

async function* assembledRecords({ run, counter }: Pass, table: RecordTable, assemble: Assemble) {
  const { staging, findings } = run;
  for await (const batch of foldedRecords(staging, table, findings, counter))
    yield await assemble(await fetchFamilies(staging, batch, findings));
}

/** A changed place or organization shows in the offers of services that this import may not hold. */
async function rebuildNeighbours(
  { run }: Pass,
  collection: DirectoryCollection,
  ids: string[],
): Promise<void> {
  if (collection !== 'locations' && collection !== 'organizations') return;
  const links = collection === 'locations' ? { locationIds: ids } : { organizationIds: ids };
  const services = await run.store.servicesOf(links);
  if (services.length > 0) await run.rebuildOffers?.(services);
}
