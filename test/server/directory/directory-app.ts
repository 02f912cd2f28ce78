import type { Service } from '../../../core/directory/service.ts';
import type { Deps } from '../../../server/deps.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { directoryRoutes } from '../../../server/directory/directory-routes.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { schoolCollections } from '../../../server/schools/school-collection.ts';
import { schoolRoutes } from '../../../server/schools/school-routes.ts';
import { settingsCollections } from '../../../server/settings/district-collection.ts';
import { testApp } from '../../support/app.ts';
import { countedConnection } from './counted-connection.ts';

/** Monday, 2 March 2026, 16:00 in Chicago. */
export const MONDAY_AT_FOUR = new Date('2026-03-02T22:00:00Z');

/** The app with the routes of directory and schools, at a fixed moment. */
export async function directoryApp() {
  let counted: ReturnType<typeof countedConnection> | undefined;
  const at = await testApp({
    routes: (deps) => {
      counted = countedConnection(deps.config.mongodb.database);
      const asked = { ...deps, db: counted.db };
      return [...directoryRoutes(asked, () => MONDAY_AT_FOUR), ...schoolRoutes(asked)];
    },
    collections: [...directoryCollections, ...schoolCollections, ...settingsCollections],
  });
  const get = (path: string) => at.visitor().get(`/api/v1${path}`);
  const close = async () => {
    await counted?.db.close();
    await at.close();
  };
  const { countDuring } = counted!;
  return { ...at, close, get, countDuring, insert: insertInto(at.deps), rebuild: rebuildIn(at.deps) };
}

type Rows = { id: string }[];

/** Writes records as the importers do: `_id` is our id, with a hash of the content. */
function insertInto({ db }: Deps) {
  return async (collection: string, records: Rows): Promise<void> => {
    const rows = records.map(({ id, ...rest }) => ({
      _id: id as never,
      ...rest,
      contentHash: 'of-an-importer',
    }));
    // What is undefined is not there, as in what importers write.
    if (rows.length > 0) await db.collection(collection).insertMany(rows, { ignoreUndefined: true });
  };
}

function rebuildIn({ db, rules }: Deps) {
  return (serviceIds?: Service['id'][]) =>
    rebuildOffers({ db, taxonomy: rules.taxonomy, today: '2026-03-02' }, serviceIds);
}
