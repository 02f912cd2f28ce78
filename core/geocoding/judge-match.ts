import { plain } from '../directory/words.ts';
import { readStreet } from '../duplicates/read-street.ts';
import type { BoundingBox } from '../geo/point.ts';
import type { AddressToAsk } from './address-to-ask.ts';
import type { Candidate, MatchDoubt, MatchedAddress, MatchQuality } from './geocoding.ts';

const QUALITY_SCORES: Record<MatchQuality, number> = { exact: 1, street: 0.6, place: 0.3 };

/** By what each doubt multiplies the score: a spelling that was put right says little, another state nearly all. */
const DOUBT_FACTORS: Record<MatchDoubt, number> = {
  approximate: 0.9,
  several: 0.5,
  outside: 0.3,
  'other-postcode': 0.85,
  'other-street': 0.6,
  'other-town': 0.7,
  'other-state': 0.2,
};

/** Other ways of writing a word of a street (data/duplicates/rules.json). */
export type StreetWords = Readonly<Record<string, string>>;

export interface Judging {
  words: StreetWords;
  /** Where the community is. */
  bounds: BoundingBox | undefined;
}

/** How far a found address is the one that was asked for. */
export function judgeMatch(
  asked: AddressToAsk,
  found: MatchedAddress,
  { words, bounds }: Judging,
): Candidate {
  const doubts: MatchDoubt[] = [];
  if (found.approximate) doubts.push('approximate');
  if (bounds && !isWithin(found.point, bounds)) doubts.push('outside');
  if (found.quality !== 'place' && differs(streetOf(asked.street, words), streetOf(found.street, words)))
    doubts.push('other-street');
  const sameCode = postcodeOf(asked.postalCode) !== '' && !otherPostcode(asked, found);
  if (otherPostcode(asked, found)) doubts.push('other-postcode');
  // A letter's town is often another than the map's: where the postal code is the same, it is the same place.
  if (!sameCode && differs(townOf(asked.city), townOf(found.city))) doubts.push('other-town');
  if (otherState(asked, found)) doubts.push('other-state');
  const score = doubts.reduce((left, doubt) => left * DOUBT_FACTORS[doubt], QUALITY_SCORES[found.quality]);
  return {
    point: { type: 'Point', coordinates: found.point },
    label: found.label,
    quality: found.quality,
    score: Math.round(score * 100) / 100,
    doubts,
  };
}

/** A candidate with one doubt more. */
export function doubted(candidate: Candidate, doubt: MatchDoubt): Candidate {
  const score = Math.round(candidate.score * DOUBT_FACTORS[doubt] * 100) / 100;
  return { ...candidate, score, doubts: [...candidate.doubts, doubt] };
}

function isWithin([lon, lat]: MatchedAddress['point'], [west, south, east, north]: BoundingBox): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Whether both say something, and not the same. */
function differs(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

function streetOf(text: string | undefined, words: StreetWords): string {
  return (text && readStreet({ address1: text }, words)?.street) || '';
}

function townOf(text: string | undefined): string {
  const words = plain(text ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word === 'st' ? 'saint' : word)).join(' ');
}

function postcodeOf(text: string | undefined): string {
  return plain(text ?? '')
    .trim()
    .slice(0, 5);
}

function otherPostcode(asked: AddressToAsk, found: MatchedAddress): boolean {
  return differs(postcodeOf(asked.postalCode), postcodeOf(found.postalCode));
}

/** "NE" can only be held against a name of the same length: a long name and a short one may mean the same. */
function otherState({ state }: AddressToAsk, { states = [] }: MatchedAddress): boolean {
  const asked = plain(state);
  const comparable = states.map(plain).filter((each) => (each.length === 2) === (asked.length === 2));
  return asked !== '' && comparable.length > 0 && !comparable.includes(asked);
}
