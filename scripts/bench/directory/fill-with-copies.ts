import type { Deps } from '../../../server/deps.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { namedUuid } from '../../../server/imports/record-id.ts';
import { readDemo } from '../../demo/read-demo.ts';
import { round } from '../quantile.ts';

const COPIES = 48;
const COLLECTIONS = ['organizations', 'services', 'locations', 'services_at_locations'] as const;

type Rows = readonly { id: string }[];

/** Puts the demo's directory there so many times, each copy with ids of its own: 20,160 services. */
export async function fillWithCopies({ db, rules }: Deps): Promise<{ services: number }> {
  const { organizations, services, locations, servicesAtLocations } = await readDemo();
  const rowsOf: Record<(typeof COLLECTIONS)[number], Rows> = {
    organizations,
    services,
    locations,
    services_at_locations: servicesAtLocations,
  };
  for (let copy = 0; copy < COPIES; copy++) {
    for (const name of COLLECTIONS) {
      const rows = rowsOf[name].map((row) => copyOf(row, copy));
      await db.collection(name).insertMany(rows as never);
    }
  }
  await rebuildOffers({ db, taxonomy: rules.taxonomy });
  return { services: services.length * COPIES };
}

/** The record with ids of its own, in itself and where it points. */
function copyOf(row: { id: string }, copy: number): object {
  const idOf = (id: string) => namedUuid(['bench', String(copy), id]);
  const links = ['organizationId', 'serviceId', 'locationId'] as const;
  const { id, ...rest }: { id: string } & Partial<Record<(typeof links)[number], string>> = row;
  const pointed = links.flatMap((link) =>
    rest[link] === undefined ? [] : [[link, idOf(rest[link])] as const],
  );
  return { ...rest, ...Object.fromEntries(pointed), _id: idOf(id) };
}

/** Reads the same collections through the driver and writes them down as they are. */
export async function plainRead({ db }: Deps) {
  const before = process.cpuUsage();
  let bytes = 0;
  for (const name of COLLECTIONS)
    for await (const record of db.collection(name).find()) bytes += JSON.stringify(record).length;
  const { user, system } = process.cpuUsage(before);
  return { plain: 'the four collections', bytes, cpuMs: round((user + system) / 1000) };
}
