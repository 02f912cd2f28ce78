import type { CoLocationAsked } from '../../../core/co-location/co-location.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import type { QueryShape } from '../../state/use-query.ts';

export const CO_LOCATION_VIEWS = ['roof', 'apart', 'hosts'] as const;

/** What the screen shows, as it stands in the address. */
export interface CoLocationQuery extends CoLocationAsked {
  show: (typeof CO_LOCATION_VIEWS)[number];
  /** The place, pair or school that is looked at closely. */
  at: string | null;
}

const MINUTES = 15;

export const coLocationQuery: QueryShape<CoLocationQuery> = {
  parse(params) {
    const minutes = Number(params.get('minutes'));
    return {
      minutes: minutes >= 5 && minutes <= 120 && minutes % 5 === 0 ? minutes : MINUTES,
      mode: TRAVEL_MODES.find((mode) => mode === params.get('mode')) ?? 'car',
      show: CO_LOCATION_VIEWS.find((view) => view === params.get('show')) ?? 'roof',
      at: params.get('at'),
    };
  },
  format({ minutes, mode, show, at }) {
    const params = new URLSearchParams();
    if (minutes !== MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (show !== 'roof') params.set('show', show);
    if (at) params.set('at', at);
    return params;
  },
};
