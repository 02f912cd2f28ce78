import type { CollectionSpec } from '../store/collection.ts';

/**
 * Areas with their people. Each belongs to a set, which is what one import brought; its id is "<set>/<area>", so that a
 * set is a range of ids.
 */
export const demandAreas: CollectionSpec = { name: 'demand_areas', indexes: [] };

/** One record, "current": which set is shown. */
export const demandAreaSets: CollectionSpec = { name: 'demand_area_sets', indexes: [] };

export const demandCollections: readonly CollectionSpec[] = [demandAreas, demandAreaSets];
