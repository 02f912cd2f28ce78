import type { CollectionSpec } from '../store/collection.ts';
import { importMappings } from './mappings/mapping-collection.ts';

/** What an import found: one document a finding, numbered in the order in which they were made. */
export const importFindings: CollectionSpec = {
  name: 'import_findings',
  indexes: [[{ importId: 1, n: 1 }], [{ importId: 1, code: 1, n: 1 }]],
};

/** Rows that wait for the rows they belong to; empty when no import runs. */
export const importStaging: CollectionSpec = {
  name: 'import_staging',
  indexes: [[{ importId: 1, key: 1, n: 1 }], [{ importId: 1, parents: 1 }]],
};

export const importCollections: readonly CollectionSpec[] = [importFindings, importStaging, importMappings];
