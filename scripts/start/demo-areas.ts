import { join } from 'node:path';
import type { Deps } from '../../server/deps.ts';
import { createAreaStore } from '../../server/imports/area-store.ts';
import { createFindingSink, deleteFindings } from '../../server/imports/finding-store.ts';
import { importAreas } from '../../server/imports/import-areas.ts';
import { createMongoStaging } from '../../server/imports/mongo-staging.ts';

const FILE = 'areas.geojson';
const ID = 'demo';

/** The invented census areas, by the way that everybody's areas come in; of the demo's nobody reads a report. */
export async function loadDemoAreas({ db }: Pick<Deps, 'db'>): Promise<void> {
  await importAreas({
    importId: ID,
    input: join(import.meta.dirname, '../../data/demo', FILE),
    source: 'demo',
    findings: await createFindingSink(db, ID),
    store: await createAreaStore(db, { set: ID, source: 'demo', filename: FILE }),
    staging: createMongoStaging(db, ID),
  });
  await deleteFindings(db, ID);
}
