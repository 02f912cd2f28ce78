import type { ApiKeyView } from '../../core/api-keys/api-key.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** A key of another program. Keys that have ended stay, as accounts do: the log of who did what names them. */
export interface ApiKeyRecord extends Omit<ApiKeyView, 'by' | 'state'> {
  /** Keyed hash: the key itself is stored nowhere. */
  hash: string;
  /** The account that made it. */
  accountId: string;
  districtId?: string;
}

export const apiKeys: CollectionSpec = {
  name: 'api_keys',
  indexes: [[{ hash: 1 }, { unique: true }]],
};

export const apiKeyCollections: readonly CollectionSpec[] = [apiKeys];
