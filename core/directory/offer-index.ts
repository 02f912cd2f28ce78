import { EARTH_RADIUS_KM } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import { clusterPlaces, type MapWindow } from './cluster-places.ts';
import { type OfferQuery, testsOf } from './meets-query.ts';
import { createColumns, growColumns, type IndexedOffer, onUnitSphere, writeRow } from './offer-columns.ts';
import type { PlaceCluster } from './place-cluster.ts';
import { createRowSets } from './row-sets.ts';
import { createWordIndex } from './word-index.ts';
import { toWords } from './words.ts';

export interface OfferQuestion extends OfferQuery {
  /** Words in any order; each must begin a word of the offer. */
  text?: string | undefined;
  /** One of these terms, or anything below them. */
  terms?: readonly string[] | undefined;
  language?: string | undefined;
  /** Of one of these organizations: none of none. */
  organizationIds?: ReadonlySet<string> | undefined;
  /** A confidential offer is never found by its location. */
  locationId?: string | undefined;
  /** Only public offers with a point, within so many km where a reach is given. */
  near?: { origin: Position; reachKm: number | undefined } | undefined;
}

export interface OfferSearch extends OfferQuestion {
  /** `time` needs an origin; ties go by id. */
  sort: 'time' | 'name';
  skip: number;
  limit: number;
}

/** What the index gives back of an offer. */
export type OfferEntry = Pick<
  IndexedOffer,
  'id' | 'serviceId' | 'locationId' | 'serviceName' | 'point' | 'placesFree'
> & {
  term: string | undefined;
};

export interface OffersFound {
  /** The asked part of them, in order. */
  page: OfferEntry[];
  /** How many there are in all. */
  total: number;
}

export interface OffersInWindow {
  clusters: PlaceCluster[];
  /** Those of places that stand apart, by name. */
  apart: OfferEntry[];
  /** How many there are in all, in the window or not. */
  total: number;
}

/** All offers of a directory, ready to be searched in about a millisecond. */
export interface OfferIndex {
  /** Puts these offers in the place of all that these services had. */
  replace(serviceIds: readonly string[], offers: readonly IndexedOffer[]): void;
  search(search: OfferSearch): OffersFound;
  /** What a window of the map shows of what is found. */
  window(question: OfferQuestion, shown: MapWindow): OffersInWindow;
  size(): number;
}

/** What orders and shows a row; undefined where the row is free for another offer. */
type Entry = OfferEntry & { nameKey: string };

export function createOfferIndex(): OfferIndex {
  let columns = createColumns(1024);
  const entries: (Entry | undefined)[] = [];
  const freeRows: number[] = [];
  /** An offer that comes twice, as a cursor may bring one that changes meanwhile, keeps its row. */
  const rowById = new Map<string, number>();
  const placeNumbers = new Map<string, number>();
  const words = createWordIndex();
  const byTerm = createRowSets();
  const byLanguage = createRowSets();
  const byPlace = createRowSets();
  const byService = createRowSets();
  const byOrganization = createRowSets();
  /** Rows by name, then id; undefined after a change, until the next search. */
  let byName: Uint32Array | undefined;

  function replace(serviceIds: readonly string[], offers: readonly IndexedOffer[]): void {
    for (const id of serviceIds) for (const row of [...byService.get(id)]) clear(row);
    for (const offer of offers) write(rowById.get(offer.id) ?? freeRows.pop() ?? entries.length, offer);
    byName = undefined;
  }

  function clear(row: number): void {
    rowById.delete(entries[row]!.id);
    entries[row] = undefined;
    words.set(row, []);
    for (const sets of [byTerm, byLanguage, byPlace, byService, byOrganization]) sets.set(row, []);
    freeRows.push(row);
  }

  function write(row: number, offer: IndexedOffer): void {
    if (row >= columns.flags.length) columns = growColumns(columns, row * 2);
    const { id, serviceId, locationId, serviceName, nameKey, placesFree, terms } = offer;
    const isPublic = offer.confidentiality === 'public';
    // The read model holds no point of a confidential offer; should it ever, it ends here.
    const point = isPublic ? offer.point : undefined;
    entries[row] = { id, serviceId, locationId, serviceName, nameKey, point, placesFree, term: terms[0] };
    rowById.set(id, row);
    writeRow(columns, row, { ...offer, point }, placeNumber(locationId));
    words.set(row, offer.words.split(' '));
    byTerm.set(row, offer.termsAndAbove);
    byLanguage.set(row, offer.languages);
    byPlace.set(row, isPublic ? [locationId] : []);
    byService.set(row, [offer.serviceId]);
    byOrganization.set(row, [offer.organizationId]);
  }

  function placeNumber(locationId: string): number {
    const number = placeNumbers.get(locationId) ?? placeNumbers.size;
    placeNumbers.set(locationId, number);
    return number;
  }

  function search(asked: OfferSearch): OffersFound {
    const { near, skip, limit } = asked;
    const found = matching(asked);
    const page =
      near && asked.sort === 'time' ? nearest(found, chordsTo(found, near.origin), skip + limit) : found;
    const rows = Array.from(page.slice(skip, skip + limit));
    return { page: rows.map((row) => entries[row]!), total: found.length };
  }

  function window(asked: OfferQuestion, shown: MapWindow): OffersInWindow {
    const found = matching({ ...asked, mapped: true });
    const pointOf = (row: number) => entries[row]!.point!.coordinates;
    const { clusters, apart } = clusterPlaces(columns, found, { window: shown, pointOf });
    return { clusters, apart: apart.map((row) => entries[row]!), total: found.length };
  }

  /** The rows that an answer is about, by name. */
  function matching(asked: OfferQuestion): Uint32Array {
    byName ??= sortByName(entries);
    const { near } = asked;
    const tests = [
      ...memberTests(asked),
      ...testsOf(columns, { ...asked, mapped: asked.mapped || near !== undefined }),
    ];
    const found = byName.filter((row) => tests.every((test) => test(row)));
    if (near?.reachKm === undefined) return found;
    const chords = chordsTo(found, near.origin);
    const reach = longestChord(near.reachKm);
    return found.filter((_row, at) => chords[at]! <= reach);
  }

  /** What is asked through the sets of rows that carry a word, a term, a language, a place or an organization. */
  function memberTests(asked: OfferQuestion): ((row: number) => boolean)[] {
    const { text, terms, language, locationId, organizationIds } = asked;
    const beginnings = toWords(text ?? '');
    const sets = [
      ...(beginnings.length > 0 ? [words.find(beginnings)] : []),
      ...(language === undefined ? [] : [byLanguage.get(language)]),
      ...(locationId === undefined ? [] : [byPlace.get(locationId)]),
    ];
    const tests = sets.map((rows) => (row: number) => rows.has(row));
    const inOne = (choices: readonly ReadonlySet<number>[]) => (row: number) =>
      choices.some((rows) => rows.has(row));
    if (terms?.length) tests.push(inOne(terms.map((term) => byTerm.get(term))));
    if (organizationIds) tests.push(inOne([...organizationIds].map((id) => byOrganization.get(id))));
    return tests;
  }

  /** Squares of the straight lines through the Earth, of radius 1: they grow as distances on the ground do. */
  function chordsTo(rows: Uint32Array, origin: Position): Float64Array {
    const [x, y, z] = onUnitSphere(origin);
    return Float64Array.from(
      rows,
      (row) => (columns.x[row]! - x) ** 2 + (columns.y[row]! - y) ** 2 + (columns.z[row]! - z) ** 2,
    );
  }

  /** The `count` nearest in order. Only what is as near as the last of them has to be sorted one by one. */
  function nearest(rows: Uint32Array, chords: Float64Array, count: number): number[] {
    const furthest = chords.slice().sort()[Math.min(count, chords.length) - 1] ?? 0;
    const close: { row: number; chord: number }[] = [];
    for (const [at, chord] of chords.entries()) if (chord <= furthest) close.push({ row: rows[at]!, chord });
    close.sort((a, b) => a.chord - b.chord || compareIds(entries[a.row]!, entries[b.row]!));
    return close.map(({ row }) => row);
  }

  return { replace, search, window, size: () => entries.length - freeRows.length };
}

/** The squared chord of a distance on the ground; a hair more, since a place itself is 0 km away. */
function longestChord(km: number): number {
  if (km >= Math.PI * EARTH_RADIUS_KM) return Number.POSITIVE_INFINITY;
  return (2 * Math.sin(km / EARTH_RADIUS_KM / 2)) ** 2 + 1e-18;
}

function sortByName(entries: readonly (Entry | undefined)[]): Uint32Array {
  const rows = [...entries.keys()].filter((row) => entries[row] !== undefined);
  return Uint32Array.from(rows.sort((a, b) => compareNames(entries[a]!, entries[b]!)));
}

function compareNames(a: Entry, b: Entry): number {
  if (a.nameKey !== b.nameKey) return a.nameKey < b.nameKey ? -1 : 1;
  return compareIds(a, b);
}

function compareIds(a: Entry, b: Entry): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
