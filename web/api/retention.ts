import type { RetentionPeriod } from '../../core/retention/period.ts';
import type { RetentionReport } from '../../core/retention/retention-report.ts';
import type { List } from './list.ts';
import { get, post } from './request.ts';

export interface Retention extends List<RetentionReport> {
  periods: RetentionPeriod[];
  /** How many students are never to come back. */
  forgotten: number;
}

export function loadRetention(signal?: AbortSignal): Promise<Retention> {
  return get<Retention>('/retention-reports', {}, signal);
}

/** False where nobody with this number is forgotten. */
export async function liftForgotten(number: string): Promise<boolean> {
  return (await post<{ lifted: boolean }>('/forgotten-students/lift', { number })).lifted;
}
