import type { PutOff } from '../../core/home/put-off.ts';
import type { CollectionSpec } from '../store/collection.ts';

export interface PutOffRecord extends PutOff {
  /** `<account's id>/<kind>` */
  id: string;
  accountId: string;
  /** MongoDB clears it away then: its day is over everywhere. */
  clearAt: Date;
}

export const putOffs: CollectionSpec = {
  name: 'put_offs',
  indexes: [[{ accountId: 1 }], [{ clearAt: 1 }, { expireAfterSeconds: 0 }]],
};

export const homeCollections: readonly CollectionSpec[] = [putOffs];
