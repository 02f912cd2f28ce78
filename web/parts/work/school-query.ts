import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { QueryShape } from '../../state/use-query.ts';

/** What a school's page shows: how far "near" is, and which of its students. */
export interface SchoolQuery {
  minutes: number;
  mode: TravelMode;
  /** Part of a student number. */
  q: string;
  page: number;
}

const DEFAULT_MINUTES = 20;

export const schoolQuery: QueryShape<SchoolQuery> = {
  parse(params) {
    const minutes = Number(params.get('minutes'));
    return {
      minutes: minutes >= 1 && minutes <= 240 ? minutes : DEFAULT_MINUTES,
      mode: TRAVEL_MODES.find((mode) => mode === params.get('mode')) ?? 'car',
      q: params.get('q') ?? '',
      page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
    };
  },
  format({ minutes, mode, q, page }) {
    const params = new URLSearchParams();
    if (minutes !== DEFAULT_MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (q) params.set('q', q);
    if (page !== 1) params.set('page', String(page));
    return params;
  },
};
