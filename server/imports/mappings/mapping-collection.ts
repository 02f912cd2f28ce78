import type { ImportMapping, MappedKind } from '../../../core/imports/import-mapping.ts';
import type { CollectionSpec } from '../../store/collection.ts';

/** How the columns of a source's files are read; one record a kind and a source, the last saving counts. */
export interface MappingRecord extends ImportMapping {
  /** "schools:The county". */
  id: string;
  kind: MappedKind;
  source: string;
  /** Who saved it last, and when. */
  by: string;
  at: Date;
}

/** Found by `_id` alone. */
export const importMappings: CollectionSpec = { name: 'import_mappings', indexes: [] };
