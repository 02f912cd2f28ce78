import type { Connection } from 'mongoose';
import type { DemandArea } from '../../core/demand/demand-area.ts';
import {
  type AreaSet,
  deleteAreaSet,
  findAreas,
  readAreaSet,
  showAreaSet,
  streamAreas,
  writeAreas,
} from '../demand/area-set-store.ts';

/** What an import of areas needs of those that are there, and where it lays the new ones. */
export interface AreaStore {
  /** Forgets what an earlier, broken-off try of the same import has written. */
  clear(): Promise<void>;
  write(areas: readonly DemandArea[]): Promise<void>;
  /** Of the areas that are shown now. */
  find(ids: readonly string[]): Promise<Map<string, DemandArea>>;
  batches(size: number): AsyncIterable<DemandArea[]>;
  /** From now on the new ones are shown. */
  show(areas: number): Promise<void>;
}

/** Over the collections: the set that was shown when the import began is the one that it builds on. */
export async function createAreaStore(
  db: Connection,
  file: Omit<AreaSet, 'importedAt' | 'areas'>,
): Promise<AreaStore> {
  const shown = (await readAreaSet(db))?.set;
  return {
    // A try that was killed after its areas were shown is done again: what is shown stays until then.
    clear: async () => (file.set === shown ? undefined : deleteAreaSet(db, file.set)),
    write: (areas) => writeAreas(db, file.set, areas),
    find: async (ids) => (shown === undefined ? new Map() : findAreas(db, shown, ids)),
    async *batches(size) {
      let batch: DemandArea[] = [];
      if (shown === undefined) return;
      for await (const area of streamAreas(db, shown, { outlines: true })) {
        if (batch.push(area) < size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    show: (areas) => showAreaSet(db, { ...file, importedAt: new Date().toISOString(), areas }),
  };
}
