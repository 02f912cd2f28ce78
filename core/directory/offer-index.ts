import { EARTH_RADIUS_KM, greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import { type AskedOffer, meetsQuery, type OfferQuery } from './meets-query.ts';
import type { Offer } from './offer.ts';
import { createWordIndex } from './word-index.ts';
import { toWords } from './words.ts';

/** What of an offer is held in memory to be searched and put on the map. */
export type IndexedOffer = AskedOffer &
  Pick<Offer, 'id' | 'serviceId' | 'serviceName' | 'terms' | 'words'> & {
    /** The service's name in plain letters: the order of names. */
    nameKey: string;
    point?: Offer['point'] | undefined;
  };

export interface OfferSearch extends OfferQuery {
  /** Words in any order; each must begin a word of the offer. */
  text?: string | undefined;
  /** Only public offers with a point, within so many km where a reach is given. */
  near?: { origin: Position; reachKm: number | undefined } | undefined;
  /** Only public offers with a point. */
  mapped?: boolean | undefined;
  /** `time` needs an origin; ties go by id. */
  sort: 'time' | 'name';
  skip: number;
  limit: number;
}

export interface OffersFound {
  /** The asked part of them, in order. */
  page: IndexedOffer[];
  /** How many there are in all. */
  total: number;
}

/** All offers of a directory, ready to be searched in milliseconds. */
export interface OfferIndex {
  /** Puts these offers in the place of all that these services had. */
  replace(serviceIds: readonly string[], offers: readonly IndexedOffer[]): void;
  search(search: OfferSearch): OffersFound;
  size(): number;
}

export function createOfferIndex(offers: readonly IndexedOffer[] = []): OfferIndex {
  const byService = new Map<string, IndexedOffer[]>();
  const words = createWordIndex<IndexedOffer>();
  let byName: IndexedOffer[] = [];
  add(offers);

  function add(added: readonly IndexedOffer[]): void {
    for (const offer of added) {
      byService.set(offer.serviceId, [...(byService.get(offer.serviceId) ?? []), offer]);
      words.add(offer, offer.words);
    }
    // Nearly sorted already: the sort takes about one pass.
    byName = [...byName, ...added].sort(compareNames);
  }

  function replace(serviceIds: readonly string[], renewed: readonly IndexedOffer[]): void {
    const gone = new Set(serviceIds.flatMap((id) => byService.get(id) ?? []));
    for (const id of serviceIds) byService.delete(id);
    for (const offer of gone) words.remove(offer, offer.words);
    byName = byName.filter((offer) => !gone.has(offer));
    add(renewed);
  }

  function search(asked: OfferSearch): OffersFound {
    const { near, skip, limit } = asked;
    const beginnings = toWords(asked.text ?? '');
    const named = beginnings.length > 0 ? words.find(beginnings) : undefined;
    const mapped = near !== undefined || asked.mapped === true;
    const found = byName.filter(
      (offer) => (!named || named.has(offer)) && (!mapped || isMapped(offer)) && meetsQuery(offer, asked),
    );
    if (near) return nearest(found, near, asked);
    return { page: found.slice(skip, skip + limit), total: found.length };
  }

  return { replace, search, size: () => byName.length };
}

function nearest(
  offers: readonly IndexedOffer[],
  { origin, reachKm = Number.POSITIVE_INFINITY }: NonNullable<OfferSearch['near']>,
  { sort, skip, limit }: OfferSearch,
): OffersFound {
  // Two points are never nearer than their parallels; this spares most of the sines.
  const reachLat = (reachKm / EARTH_RADIUS_KM) * (180 / Math.PI) + 1e-9;
  const found: { offer: IndexedOffer; km: number }[] = [];
  for (const offer of offers) {
    const point = offer.point!.coordinates;
    if (Math.abs(point[1] - origin[1]) > reachLat) continue;
    const km = greatCircleKm(origin, point);
    if (km <= reachKm) found.push({ offer, km });
  }
  const page = sort === 'time' ? leastBy(found, skip + limit) : found;
  return { page: page.slice(skip, skip + limit).map(({ offer }) => offer), total: found.length };
}

/** The `count` nearest in order. Only what is as near as the last of them has to be sorted as objects. */
function leastBy(found: readonly { offer: IndexedOffer; km: number }[], count: number) {
  const distances = Float64Array.from(found, ({ km }) => km).sort();
  const furthest = distances[Math.min(count, distances.length) - 1] ?? 0;
  return found.filter(({ km }) => km <= furthest).sort((a, b) => a.km - b.km || compareIds(a.offer, b.offer));
}

function isMapped(offer: IndexedOffer): boolean {
  return offer.confidentiality === 'public' && offer.point !== undefined;
}

function compareNames(a: IndexedOffer, b: IndexedOffer): number {
  if (a.nameKey !== b.nameKey) return a.nameKey < b.nameKey ? -1 : 1;
  return compareIds(a, b);
}

function compareIds(a: IndexedOffer, b: IndexedOffer): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
