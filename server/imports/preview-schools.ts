import type { Connection } from 'mongoose';
import { compact } from '../../core/imports/compact.ts';
import { type ChangeSample, differences, MOST_SAMPLES } from '../../core/imports/import-preview.ts';
import {
  createDirectoryStore,
  type DirectoryStore,
  freshParts,
  type PartialRecord,
} from './directory-store.ts';
import type { SeenRecords } from './seen-records.ts';

type Fresh = Awaited<ReturnType<typeof freshParts>>;

/** A store that compares schools as the real one does and writes nothing; at the end it tells what it would have done. */
export function createSchoolPreview(db: Connection, seen: SeenRecords): DirectoryStore {
  const count = { added: 0, changed: 0, unchanged: 0, missing: 0 };
  const samples: ChangeSample[] = [];
  const room = (change: ChangeSample['change']): number =>
    MOST_SAMPLES - samples.filter((sample) => sample.change === change).length;
  return {
    ...createDirectoryStore(db),
    async mergeMany(name, records) {
      const fresh = await freshParts(db, name, records);
      const added = fresh.filter(({ isNew }) => isNew);
      const changed = fresh.filter(({ isNew }) => !isNew);
      const unchanged = records.length - fresh.length;
      count.added += added.length;
      count.changed += changed.length;
      count.unchanged += unchanged;
      samples.push(...added.slice(0, room('added')).map(({ id, said }) => sampleOf('added', id, said)));
      samples.push(...(await changedSamples(db, changed.slice(0, room('changed')))));
      await seen.add(
        name,
        records.map(({ id }) => id),
      );
      return { added: added.length, changed: changed.length, unchanged, changedIds: [] };
    },
    async end() {
      for await (const missing of seen.missing('schools')) {
        count.missing += missing.length;
        samples.push(
          ...missing.slice(0, room('missing')).map(({ _id, ...school }) => sampleOf('missing', _id, school)),
        );
      }
      return { preview: { tables: { schools: count }, samples } };
    },
  };
}

async function changedSamples(db: Connection, changed: Fresh): Promise<ChangeSample[]> {
  if (changed.length === 0) return [];
  const found = await db
    .collection<{ _id: string }>('schools')
    .find({ _id: { $in: changed.map(({ id }) => id) } })
    .toArray();
  const stored = new Map(found.map((record) => [record._id, record]));
  return changed.map(({ id, said }) => {
    const before = stored.get(id) ?? {};
    return { ...sampleOf('changed', id, said), fields: differences(before, after(before, said)) };
  });
}

/** What the file does not tell stays. */
function after(before: object, said: PartialRecord['said']): object {
  return compact({ ...before, ...said });
}

function sampleOf(change: ChangeSample['change'], id: string, school: object): ChangeSample {
  const name = 'name' in school && typeof school.name === 'string' ? { name: school.name } : {};
  return { table: 'schools', change, id, ...name };
}
