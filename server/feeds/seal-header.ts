import type { FeedHeader } from '../../core/feeds/feed.ts';
import type { Deps } from '../deps.ts';
import type { FeedRecord } from './feed-collections.ts';

const contextOf = (id: string) => ({ collection: 'feeds', id, field: 'header' });

export function sealHeader(
  { sealing }: Pick<Deps, 'sealing'>,
  id: string,
  { name, value }: FeedHeader,
): NonNullable<FeedRecord['header']> {
  return { name, sealed: sealing.seal(value, contextOf(id)) };
}

export function openHeader(
  { sealing }: Pick<Deps, 'sealing'>,
  { id, header }: Pick<FeedRecord, 'id' | 'header'>,
): FeedHeader | undefined {
  return header && { name: header.name, value: sealing.open(header.sealed, contextOf(id)) };
}
