import type { Connection } from 'mongoose';
import type { MappedKind } from '../../../core/imports/import-mapping.ts';
import { fromStored, model, toStored } from '../../store/collection.ts';
import { importMappings, type MappingRecord } from './mapping-collection.ts';

function mappingId(kind: MappedKind, source: string): string {
  return `${kind}:${source}`;
}

export async function readMapping(
  db: Connection,
  kind: MappedKind,
  source: string,
): Promise<MappingRecord | undefined> {
  const found = await model<MappingRecord>(db, importMappings).findById(mappingId(kind, source)).lean();
  return found ? fromStored<MappingRecord>(found) : undefined;
}

export async function saveMapping(db: Connection, mapping: Omit<MappingRecord, 'id'>): Promise<void> {
  const record = { ...mapping, id: mappingId(mapping.kind, mapping.source) };
  const { _id, ...rest } = toStored<MappingRecord>(record);
  await model<MappingRecord>(db, importMappings).replaceOne({ _id }, rest, { upsert: true });
}
