import type {
  FeedFetchView,
  FeedHeader,
  FeedSettings,
  FeedView,
  ReviewedFetch,
} from '../../core/feeds/feed.ts';
import type { JobView } from '../../core/jobs/job.ts';
import type { List } from './list.ts';
import { get, post, put, remove } from './request.ts';

export type NewFeed = FeedSettings & { header?: FeedHeader };
/** `header`: null takes it away; without it what there is stays. */
export type ChangedFeed = FeedSettings & { header?: FeedHeader | null; paused: boolean; version: number };

export function loadFeeds(signal?: AbortSignal): Promise<List<FeedView>> {
  return get('/feeds', {}, signal);
}

export function addFeed(feed: NewFeed): Promise<FeedView> {
  return post('/feeds', feed);
}

export function changeFeed(id: string, feed: ChangedFeed): Promise<FeedView> {
  return put(`/feeds/${id}`, feed);
}

export function removeFeed(id: string): Promise<void> {
  return remove(`/feeds/${id}`);
}

export function fetchNow(id: string): Promise<FeedView> {
  return post(`/feeds/${id}/fetch`);
}

export function loadFetches(id: string, signal?: AbortSignal): Promise<List<FeedFetchView>> {
  return get(`/feeds/${id}/fetches`, {}, signal);
}

export function loadFetch(id: string, fetchId: string, signal?: AbortSignal): Promise<ReviewedFetch> {
  return get(`/feeds/${id}/fetches/${fetchId}`, {}, signal);
}

export function takeFetch(id: string, fetchId: string, missing: 'keep' | 'mark'): Promise<JobView> {
  return post(`/feeds/${id}/fetches/${fetchId}/take`, { missing });
}

export function skipFetch(id: string, fetchId: string): Promise<FeedFetchView> {
  return post(`/feeds/${id}/fetches/${fetchId}/skip`);
}
