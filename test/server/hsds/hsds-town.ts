import { readDemo } from '../../../scripts/demo/read-demo.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { testApp } from '../../support/app.ts';

type Rows = readonly { id: string }[];

/** A server with a directory of its own, read over HTTP as other programs do. */
export async function hsdsTown() {
  const at = await testApp({ routes: [], collections: [...directoryCollections] });
  const { db, rules } = at.deps;

  async function put(rowsOf: Readonly<Record<string, Rows>>): Promise<void> {
    for (const [collection, rows] of Object.entries(rowsOf)) {
      const stored = rows.map(({ id, ...rest }) => ({ _id: id as never, ...rest }));
      if (stored.length > 0) await db.collection(collection).insertMany(stored);
    }
    await rebuildOffers({ db, taxonomy: rules.taxonomy, today: '2026-03-02' });
  }

  const get = async (path: string) => (await at.visitor().get(`/hsds${path}`).expect(200)).body;
  /** All records of a list, read as a stream. */
  const lines = async (path: string): Promise<Record<string, unknown>[]> => {
    const { text } = await at
      .visitor()
      .get(`/hsds${path}`)
      .buffer(true)
      .parse((res, done) => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', (chunk: string) => {
          text += chunk;
        });
        res.on('end', () => done(null, text));
      })
      .then(({ body }) => ({ text: body as string }));
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  return { ...at, put, get, lines };
}

/** The demo's directory. */
export async function demoDirectory() {
  const { organizations, services, locations, servicesAtLocations } = await readDemo();
  return { organizations, services, locations, services_at_locations: servicesAtLocations };
}
