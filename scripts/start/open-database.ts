import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/connect.ts';
import { ensureIndexes } from '../../server/store/ensure-indexes.ts';

/** The connections of an installation whose collections have their indexes. */
export async function openDatabase(env: NodeJS.ProcessEnv): ReturnType<typeof connect> {
  const deps = await connect(readConfig(env));
  await ensureIndexes(deps.db).catch(async (cause) => {
    await deps.close();
    throw cause;
  });
  return deps;
}
