import type { LocalMoment } from '../../core/directory/local-moment.ts';
import type { OfferView } from '../../core/directory/offer-view.ts';
import { sayAgo } from './say-date.ts';
import { sayOpen } from './say-hours.ts';
import { sayLanguage } from './say-people.ts';
import type { Voice } from './use-voice.tsx';

/** "free", "$5 a visit", or nothing where nobody said. */
export function sayCost({ t }: Voice, { free, cost }: Pick<OfferView, 'free' | 'cost'>): string | undefined {
  if (free) return t('cost.free');
  return cost ?? (free === false ? t('cost.some') : undefined);
}

/** "4 places free", "full now"; undefined where nobody counts. */
export function sayPlaces({ t }: Voice, placesFree: number | undefined): string | undefined {
  if (placesFree === undefined) return undefined;
  return placesFree === 0 ? t('places.full') : t('places.free', { n: placesFree });
}

/** "3 places free, checked 2 days ago" */
export function sayPlacesChecked(
  voice: Voice,
  offer: Pick<OfferView, 'placesFree' | 'placesUpdated'>,
  now: Date,
): string | undefined {
  const places = sayPlaces(voice, offer.placesFree);
  const ago = offer.placesUpdated && sayAgo(voice, offer.placesUpdated, now);
  return places && ago ? voice.t('places.checked', { places, ago }) : places;
}

/** "Spanish, English": other languages than the reader's first, as those decide. */
export function sayLanguages(voice: Voice, codes: readonly string[]): string | undefined {
  const others = [...codes].sort((a, b) => Number(a === voice.language) - Number(b === voice.language));
  return codes.length === 0 ? undefined : others.map((code) => sayLanguage(voice, code)).join(', ');
}

/** What matters most, in one line: "open now till 6 pm · 4 places free". */
export function sayNow(voice: Voice, offer: OfferView, now: LocalMoment): string {
  const places = sayPlaces(voice, offer.placesFree)?.replaceAll(' ', '\u00a0');
  const parts = [sayOpen(voice, offer.hours, offer.hoursKnown, now), places];
  return joinFacts(parts);
}

/** Facts in one line; a break comes after the dot, never before it. */
export function joinFacts(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join('\u00a0· ');
}
