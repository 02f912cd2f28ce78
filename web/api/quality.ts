import type { JobView } from '../../core/jobs/job.ts';
import type { QualityRow, QualityView } from '../../core/quality/quality-view.ts';
import { JOB_PATHS } from './jobs.ts';
import type { PagedList } from './list.ts';
import { addressOf, get, post } from './request.ts';

export interface QualityAsked {
  rule: string;
  /** Undefined: of all sources. */
  source?: string | undefined;
  page: number;
}

export function loadQuality(signal?: AbortSignal): Promise<QualityView> {
  return get('/quality', {}, signal);
}

export function loadQualityRecords(
  { rule, source, page }: QualityAsked,
  signal?: AbortSignal,
): Promise<PagedList<QualityRow>> {
  return get('/quality/records', { rule, source, page }, signal);
}

export function qualityTableAddress({ rule, source }: QualityAsked): string {
  return addressOf('/quality/records.csv', { rule, source });
}

export function countQuality(): Promise<JobView> {
  return post(JOB_PATHS.quality);
}
