import { readDemo } from '../../../scripts/demo/read-demo.ts';
import { correctionCollections } from '../../../server/corrections/correction-collection.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { type TestAppOptions, testApp } from '../../support/app.ts';

type Rows = readonly { id: string }[];

/** A server with a directory of its own, read over HTTP as other programs do. */
export async function hsdsTown(routes: TestAppOptions['routes'] = []) {
  const at = await testApp({ routes, collections: [...directoryCollections, ...correctionCollections] });
  const { db, rules } = at.deps;

  async function put(rowsOf: Readonly<Record<string, Rows>>): Promise<void> {
    for (const [collection, rows] of Object.entries(rowsOf)) {
      const stored = rows.map(({ id, ...rest }) => ({ _id: id as never, ...rest }));
      if (stored.length > 0) await db.collection(collection).insertMany(stored);
    }
    await rebuildOffers({ db, taxonomy: rules.taxonomy, today: '2026-03-02' });
  }

  const get = async (path: string) => (await at.visitor().get(`/hsds${path}`).expect(200)).body;
  /** The whole answer as text, read as a stream. */
  const text = async (path: string): Promise<string> => {
    const reply = await fetch(`${at.url}/hsds${path}`);
    if (!reply.ok) throw new Error(`${reply.status} ${path}`);
    return reply.text();
  };
  /** All records of a list in lines. */
  const lines = async (path: string): Promise<Record<string, unknown>[]> =>
    (await text(path))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { ...at, put, get, text, lines };
}

/** A part of the demo's directory: every so many of its organizations, with all that is theirs. */
export async function demoDirectory(every: number) {
  const demo = await readDemo();
  const organizations = demo.organizations.filter((_, n) => n % every === 0);
  const ids = new Set(organizations.map(({ id }) => id));
  const services = demo.services.filter(({ organizationId }) => ids.has(organizationId));
  const serviceIds = new Set(services.map(({ id }) => id));
  const links = demo.servicesAtLocations.filter(({ serviceId }) => serviceIds.has(serviceId));
  const placeIds = new Set(links.map(({ locationId }) => locationId));
  const locations = demo.locations.filter(
    ({ id, organizationId = '' }) => placeIds.has(id) || ids.has(organizationId),
  );
  return { organizations, services, locations, services_at_locations: links };
}
