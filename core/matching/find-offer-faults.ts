import type { Offer } from '../directory/offer.ts';
import { MOST_NAMED, type RunFinding } from '../jobs/run-finding.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { isOnEarth } from './is-on-earth.ts';
import type { MatchOffer } from './match-input.ts';

/** More offers than this at one point are hardly in one building: rather a geocoder's middle of a town. */
export const CROWD = 100;

/** What of the offers a run cannot use as it stands, or can only use with a question; in this order. */
export const OFFER_FAULTS = [
  'point-invalid',
  'point-missing',
  'place-confidential',
  'one-point',
  'without-term',
  'term-gone',
  'open-never',
  'places-negative',
  'places-unknown',
] as const;
export type OfferFault = (typeof OFFER_FAULTS)[number];

type NamedOffer = MatchOffer & Pick<Offer, 'serviceId' | 'serviceName'>;

/**
 * One finding a fault, with how many offers have it and some of them by id. An offer may have several.
 * @param isNeverOpen says of an offer whose hours are known that it opens at no time
 */
export function findOfferFaults(
  offers: readonly NamedOffer[],
  taxonomy: Pick<Taxonomy, 'get'>,
  isNeverOpen: (offer: MatchOffer) => boolean,
): RunFinding[] {
  const crowds = crowdedPoints(offers);
  const found = new Map<OfferFault, NamedOffer[]>();
  for (const offer of offers) {
    for (const fault of faultsOf(offer, taxonomy, isNeverOpen, crowds)) {
      const list = found.get(fault);
      if (list) list.push(offer);
      else found.set(fault, [offer]);
    }
  }
  return OFFER_FAULTS.flatMap((code) => {
    const list = found.get(code);
    return list ? [finding(code, list, valuesOf(code, list, taxonomy))] : [];
  });
}

function faultsOf(
  offer: NamedOffer,
  taxonomy: Pick<Taxonomy, 'get'>,
  isNeverOpen: (offer: MatchOffer) => boolean,
  crowds: ReadonlySet<string>,
): OfferFault[] {
  const { placesFree, terms } = offer;
  const faults: OfferFault[] = [...placeFaults(offer, crowds)];
  if (terms.length === 0) faults.push('without-term');
  if (terms.some((term) => !taxonomy.get(term))) faults.push('term-gone');
  if (isNeverOpen(offer)) faults.push('open-never');
  if (placesFree === undefined) faults.push('places-unknown');
  else if (!(placesFree >= 0)) faults.push('places-negative');
  return faults;
}

function placeFaults({ point, confidentiality }: NamedOffer, crowds: ReadonlySet<string>): OfferFault[] {
  if (confidentiality !== 'public') return ['place-confidential'];
  if (!point) return ['point-missing'];
  if (!isOnEarth(point.coordinates)) return ['point-invalid'];
  return crowds.has(String(point.coordinates)) ? ['one-point'] : [];
}

function crowdedPoints(offers: readonly NamedOffer[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { point } of offers) {
    if (!point) continue;
    const key = String(point.coordinates);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > CROWD).map(([key]) => key));
}

/** The point of a confidential place is not told, so neither is which offers have one: the count alone. */
function finding(code: OfferFault, offers: readonly NamedOffer[], values: RunFinding['values']): RunFinding {
  const named = code === 'place-confidential' ? [] : [...offers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const some = named.slice(0, MOST_NAMED);
  return { code, count: offers.length, values, offers: some.map(asNamed) };
}

function asNamed({ id, serviceId, serviceName: name }: NamedOffer): RunFinding['offers'][number] {
  return { id, serviceId, name };
}

function valuesOf(
  code: OfferFault,
  offers: readonly NamedOffer[],
  taxonomy: Pick<Taxonomy, 'get'>,
): RunFinding['values'] {
  if (code === 'one-point') return { most: CROWD };
  if (code !== 'term-gone') return {};
  const gone = new Set(offers.flatMap(({ terms }) => terms.filter((term) => !taxonomy.get(term))));
  return { terms: [...gone].sort().slice(0, 5).join(', ') };
}
