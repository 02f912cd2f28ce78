import type { DigestTurn } from '../../core/home/digest.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** That somebody wants mails that say what waits. Who wants none has no record. */
export interface DigestRecord {
  /** The account's id. */
  id: string;
  turn: DigestTurn;
  /** When the next one is due, as ISO moment; absent where the calendar knows no day for mail. */
  nextAt?: string;
}

export type DueDigest = DigestRecord & { nextAt: string };

export const digests: CollectionSpec = { name: 'digests', indexes: [[{ nextAt: 1 }]] };

export const digestCollections: readonly CollectionSpec[] = [digests];
