import { csvRow } from '../csv/csv-row.ts';
import { CsvSplitter } from '../imports/csv-splitter.ts';
import type { AddressToAsk } from './address-to-ask.ts';
import type { GeocoderAnswer, MatchedAddress } from './geocoding.ts';

/**
 * The batch of the US Census Geocoder: rows of "id, street, city, state, ZIP" without a header
 * (https://geocoding.geo.census.gov/geocoder/Geocoding_Services_API.html). The id is the row's number: it tells nothing.
 */
export function censusFile(addresses: readonly AddressToAsk[]): string {
  return addresses
    .map(({ street, city, state, postalCode }, row) =>
      csvRow([row, street, city, state, postalCode.slice(0, 5)]),
    )
    .join('');
}

/**
 * The answer by row: "id, asked, Match, Exact | Non_Exact, matched address, lon,lat, line, side", or "id, asked, No_Match |
 * Tie". A row that is not there, or makes no sense, was not answered.
 */
export function readCensusAnswer(text: string, asked: number): (GeocoderAnswer | undefined)[] {
  const answers: (GeocoderAnswer | undefined)[] = Array.from({ length: asked });
  const splitter = new CsvSplitter(',');
  for (const { cells } of [...splitter.push(text), ...splitter.end()]) {
    const [id = '', , outcome = ''] = cells;
    const row = /^\d+$/.test(id.trim()) ? Number(id) : -1;
    if (row >= 0 && row < asked) answers[row] = readOutcome(outcome.trim(), cells);
  }
  return answers;
}

function readOutcome(outcome: string, cells: readonly string[]): GeocoderAnswer | undefined {
  if (outcome === 'No_Match') return { found: [] };
  if (outcome === 'Tie') return { found: [], several: true };
  const found = outcome === 'Match' ? readMatch(cells) : undefined;
  return found && { found: [found] };
}

function readMatch([, , , kind = '', label = '', place = '']: readonly string[]): MatchedAddress | undefined {
  const point = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(place);
  if (!point) return undefined;
  const [street, city, state, postalCode] = label.split(',').map((part) => part.trim());
  return {
    point: [Number(point[1]), Number(point[2])],
    label: label.trim(),
    quality: 'exact',
    ...(kind.trim() === 'Exact' ? {} : { approximate: true }),
    ...(street && { street }),
    ...(city && { city }),
    ...(state && { states: [state] }),
    ...(postalCode && { postalCode }),
  };
}
