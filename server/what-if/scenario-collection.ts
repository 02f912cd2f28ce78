import type { Scenario } from '../../core/what-if/scenario.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** What somebody wants to try, with the question it is measured by. It tells of no student. */
export interface ScenarioRecord extends Scenario {
  /** The account that made it. */
  accountId: string;
  /** Set once it is deleted: until then that can be undone. */
  clearAt?: Date;
}

/** MongoDB clears away the deleted ones by itself. */
export const scenarios: CollectionSpec = {
  name: 'scenarios',
  indexes: [[{ changedAt: -1 }], [{ accountId: 1 }], [{ clearAt: 1 }, { expireAfterSeconds: 0 }]],
};

export const whatIfCollections: readonly CollectionSpec[] = [scenarios];
