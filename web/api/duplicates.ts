import type { DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import type { DuplicateList, DuplicateView, MergeView } from '../../core/duplicates/duplicate-view.ts';
import type { JobView } from '../../core/jobs/job.ts';
import { JOB_PATHS } from './jobs.ts';
import type { List } from './list.ts';
import { get, post, put, remove } from './request.ts';

export interface DuplicatesAsked {
  kind: DuplicateKind;
  state: DuplicateView['state'];
  page: number;
}

export function loadDuplicates(asked: DuplicatesAsked, signal?: AbortSignal): Promise<DuplicateList> {
  return get('/duplicates', { ...asked }, signal);
}

export function lookForDuplicates(): Promise<JobView> {
  return post(JOB_PATHS.duplicates);
}

export function sayState(id: string, state: DuplicateView['state']): Promise<void> {
  return put(`/duplicates/${encodeURIComponent(id)}/state`, { state });
}

export function loadMerges(signal?: AbortSignal): Promise<List<MergeView>> {
  return get('/merges', {}, signal);
}

export function merge(body: {
  kind: DuplicateKind;
  keep: string;
  drop: string;
  take: string[];
}): Promise<unknown> {
  return post('/merges', body);
}

export function undoMerge(id: string): Promise<void> {
  return remove(`/merges/${encodeURIComponent(id)}`);
}
