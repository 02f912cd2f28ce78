import type { CollectionSpec } from '../store/collection.ts';

export const districts: CollectionSpec = { name: 'districts', indexes: [] };

export const settingsCollections: readonly CollectionSpec[] = [districts];
