import type { UnmetEntry } from '../../core/unmet/unmet-note.ts';
import type { List } from './list.ts';
import { get } from './request.ts';

export interface UnmetLedger extends List<UnmetEntry> {
  year: number;
  years: number[];
  threshold: number;
  countedOn: string;
}

export function loadUnmet(year: number | null, signal?: AbortSignal): Promise<UnmetLedger> {
  return get('/unmet', { year }, signal);
}
