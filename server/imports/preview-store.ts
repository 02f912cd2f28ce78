import type { Connection } from 'mongoose';
import {
  type ChangeSample,
  differences,
  MOST_SAMPLES,
  type TablePreview,
} from '../../core/imports/import-preview.ts';
import { createDirectoryStore, type DirectoryCollection, type DirectoryStore } from './directory-store.ts';
import { type FreshRecord, freshRecords } from './fresh-records.ts';
import { type SeenRecords, type SourceRecord, TABLES, type Told } from './seen-records.ts';

/**
 * A store that compares as the real one does and writes nothing. What it is given counts as being there, so that what
 * comes later finds what it points to.
 */
export function createPreviewStore(db: Connection, seen: SeenRecords): DirectoryStore {
  const real = createDirectoryStore(db);
  const tables = new Map<string, TablePreview>(Object.values(TABLES).map((table) => [table, none()]));
  const samples = createSamples();
  return {
    ...real,
    async upsertMany(name, records) {
      const unique = [...new Map(records.map((record) => [record.id, record])).values()];
      const table = tables.get(TABLES[name as Told]);
      if (!table) throw new Error(`a preview knows nothing of ${name}`);
      const { fresh } = await freshRecords(db, name, unique, false);
      const added = fresh.filter(({ isNew }) => isNew);
      const changed = fresh.filter(({ isNew }) => !isNew);
      const unchanged = unique.length - fresh.length;
      table.added += added.length;
      table.changed += changed.length;
      table.unchanged += unchanged;
      await seen.add(
        name,
        unique.map(({ id }) => id),
      );
      samples.added(TABLES[name as Told], added);
      await samples.changed(db, name as Told, changed);
      return { added: added.length, changed: changed.length, unchanged, changedIds: [] };
    },
    async existing(name, ids) {
      const [stored, met] = await Promise.all([real.existing(name, ids), seen.among(name, ids)]);
      return new Set([...stored, ...met]);
    },
    mergeMany: () => Promise.reject(new Error('a preview of a directory merges nothing')),
    async end() {
      for (const [name, table] of Object.entries(TABLES)) {
        for await (const missing of seen.missing(name as Told)) {
          tables.get(table)!.missing += missing.length;
          samples.missing(table, missing);
        }
      }
      return { preview: { tables: Object.fromEntries(tables), samples: samples.all } };
    },
  };
}

function none(): TablePreview {
  return { added: 0, changed: 0, unchanged: 0, missing: 0 };
}

/** Collects some of each kind. Confidential records are counted and not shown: a preview is kept with its import. */
function createSamples() {
  const all: ChangeSample[] = [];
  const room = (table: string, change: ChangeSample['change']) =>
    MOST_SAMPLES - all.filter((sample) => sample.table === table && sample.change === change).length;
  const add = (sample: ChangeSample) => void all.push(sample);
  return {
    all,
    added(table: string, fresh: readonly FreshRecord[]) {
      for (const { id, replacement } of fresh.filter(isShown).slice(0, room(table, 'added')))
        add({ table, change: 'added', id, ...nameOf(replacement) });
    },
    missing(table: string, records: readonly SourceRecord[]) {
      const shown = records.filter((record) => isOpen(record));
      for (const { _id, name } of shown.slice(0, room(table, 'missing')))
        add({ table, change: 'missing', id: _id, ...nameOf({ name }) });
    },
    async changed(db: Connection, name: Told, fresh: readonly FreshRecord[]) {
      const wanted = fresh.filter(isShown).slice(0, room(TABLES[name], 'changed'));
      for (const { before, after } of await pairs(db, name, wanted)) {
        const fields = differences(before, after.replacement);
        if (fields.length > 0 && isOpen(before))
          add({ table: TABLES[name], change: 'changed', id: after.id, ...nameOf(after.replacement), fields });
      }
    },
  };
}

async function pairs(db: Connection, name: DirectoryCollection, fresh: readonly FreshRecord[]) {
  if (fresh.length === 0) return [];
  const found = await db
    .collection<SourceRecord>(name)
    .find({ _id: { $in: fresh.map(({ id }) => id) } })
    .toArray();
  const stored = new Map(found.map((record) => [record._id, record]));
  return fresh.flatMap((after) => {
    const before = stored.get(after.id);
    return before ? [{ before, after }] : [];
  });
}

function isShown({ replacement }: FreshRecord): boolean {
  return isOpen(replacement);
}

function isOpen({ confidentiality = 'public' }: { confidentiality?: unknown }): boolean {
  return confidentiality === 'public';
}

function nameOf({ name }: { name?: unknown }): { name?: string } {
  return typeof name === 'string' ? { name } : {};
}
