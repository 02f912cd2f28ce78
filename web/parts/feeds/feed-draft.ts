import type { FeedSettings, FeedView } from '../../../core/feeds/feed.ts';
import type { NewFeed } from '../../api/feeds.ts';
import { isWebAddress } from '../work/web-address.ts';

/** A feed as it is typed. */
export interface FeedDraft extends FeedSettings {
  headerName: string;
  headerValue: string;
  dropHeader: boolean;
}

export function draftOf(feed?: FeedView): FeedDraft {
  return {
    name: feed?.name ?? '',
    address: feed?.address ?? '',
    kind: feed?.kind ?? 'hsds',
    source: feed?.source ?? '',
    everyMinutes: feed?.everyMinutes ?? 1440,
    rule: feed?.rule ?? 'ask',
    stopBelow: feed?.stopBelow ?? 0.5,
    headerName: feed?.headerName ?? 'Authorization',
    headerValue: '',
    dropHeader: false,
  };
}

export interface FeedErrors {
  name?: 'nameMissing';
  address?: 'addressWrong';
  source?: 'sourceWrong';
  header?: 'headerHalf';
}

/** The server's rules once more, in the words of the page. */
export function feedErrors({ name, address, source, headerName, headerValue }: FeedDraft): FeedErrors {
  return {
    ...(name.trim() === '' && { name: 'nameMissing' as const }),
    ...(!isWebAddress(address) && { address: 'addressWrong' as const }),
    ...(!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(source.trim()) && { source: 'sourceWrong' as const }),
    ...(headerValue !== '' && headerName.trim() === '' && { header: 'headerHalf' as const }),
  };
}

/** What is sent of it. */
export function settingsOf(draft: FeedDraft): NewFeed {
  const { headerName, headerValue, dropHeader: _, ...settings } = draft;
  const header =
    headerValue.trim() === '' ? {} : { header: { name: headerName.trim(), value: headerValue.trim() } };
  return {
    ...settings,
    name: settings.name.trim(),
    address: settings.address.trim(),
    source: settings.source.trim(),
    ...header,
  };
}
