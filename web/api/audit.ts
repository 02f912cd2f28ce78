import type { AccessRecord, FoundEntry } from '../../core/audit/access-record.ts';
import type { Reason } from '../../core/audit/reason.ts';
import type { List } from './list.ts';
import { get, post } from './request.ts';

export interface LogSearch {
  studentId?: string;
  accountId?: string;
  action?: string;
  from?: string;
  to?: string;
  /** Where the page before has ended. */
  before?: number;
}

export interface LogPage {
  items: FoundEntry[];
  next: number | null;
}

export function loadAccessRecord(id: string, before?: number, signal?: AbortSignal): Promise<AccessRecord> {
  return get<AccessRecord>(`/students/${id}/disclosures`, { before }, signal);
}

export function searchLog(search: LogSearch): Promise<LogPage> {
  return post<LogPage>('/audit/search', search);
}

export function loadReasons(signal?: AbortSignal): Promise<List<Reason>> {
  return get<List<Reason>>('/audit/reasons', {}, signal);
}

/** The people whose entries can be asked for, by name. */
export function loadPeople(signal?: AbortSignal): Promise<List<{ id: string; name: string }>> {
  return get<List<{ id: string; name: string }>>('/accounts', {}, signal);
}
