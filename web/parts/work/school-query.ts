import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { QueryShape } from '../../state/use-query.ts';

/** What a school's page shows: how far "near" is, and which page of its students. Whom one looks for is in no address. */
export interface SchoolQuery {
  minutes: number;
  mode: TravelMode;
  page: number;
}

const DEFAULT_MINUTES = 20;

export const schoolQuery: QueryShape<SchoolQuery> = {
  parse(params) {
    const minutes = Number(params.get('minutes'));
    return {
      minutes: minutes >= 1 && minutes <= 240 ? minutes : DEFAULT_MINUTES,
      mode: TRAVEL_MODES.find((mode) => mode === params.get('mode')) ?? 'car',
      page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
    };
  },
  format({ minutes, mode, page }) {
    const params = new URLSearchParams();
    if (minutes !== DEFAULT_MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (page !== 1) params.set('page', String(page));
    return params;
  },
};
