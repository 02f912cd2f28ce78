import { lookUp } from '../lists/look-up.ts';
import type { Location } from './service.ts';
import { plain } from './words.ts';

/** What in a text would tell where a place is: phrases of plain words, and the beginnings of its coordinates. */
export interface PlaceTraces {
  phrases: readonly string[];
  figures: readonly string[];
}

/** Names of a letter or two would take every text away. */
const SHORTEST = 4;

/**
 * What of these places no text may repeat: the street, with its number or without, the postal code, coordinates to
 * about a kilometre, and the names, apart from the ones in `told`, which are known anyway. The town is not among it.
 */
export function tracesOf(places: readonly Location[], told: readonly string[] = []): PlaceTraces {
  const known = told.map(spaced);
  const names = places
    .flatMap(({ name, alternateName }) => [name, alternateName ?? ''])
    .map(spaced)
    .filter((name) => !known.some((other) => other.includes(name)));
  const streets = places.flatMap(({ addresses }) =>
    addresses.flatMap(({ address1, address2, postalCode }) => [
      streetOf(address1),
      streetOf(address2),
      spaced(postalCode?.split('-')[0] ?? ''),
    ]),
  );
  return {
    phrases: [...new Set([...names, ...streets])].filter((phrase) => phrase.trim().length >= SHORTEST),
    figures: places.flatMap(({ point }) => point?.coordinates.flatMap(toTwoDecimals) ?? []),
  };
}

/**
 * The text without the sentences that tell where a place is; empty where that cannot be told apart. A text that
 * tells nothing stays as it is, to the letter.
 */
export function withoutTraces(text: string, traces: PlaceTraces): string {
  if (!tells(text, traces)) return text;
  const left = text
    .split(/(?<=[.!?;])\s+|\n+/)
    .filter((sentence) => !tells(sentence, traces))
    .join(' ');
  return tells(left, traces) ? '' : left;
}

/** Every text in a value without what tells where a place is. */
export function withoutTracesWithin<T>(value: T, traces: PlaceTraces): T {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return withoutTraces(part, traces);
    if (Array.isArray(part)) return part.map(clean);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, clean(inner)]));
  };
  return clean(value) as T;
}

/** Anything like "12 Mill Road" counts, whosever it is: so most of what is left out does not even hang on the place. */
export function tells(text: string, { phrases, figures }: PlaceTraces): boolean {
  if (figures.some((figure) => text.includes(figure))) return true;
  const words = spaced(text);
  return STREET_ADDRESS.test(words) || phrases.some((phrase) => words.includes(phrase));
}

/** "92.12" of -92.123456, with which all finer ones begin. A price may look like it, and is then left out too. */
function toTwoDecimals(degrees: number): string[] {
  return /^\d+\.\d{1,2}/.exec(String(Math.abs(degrees)))?.slice(0, 1) ?? [];
}

/** " quiet lane " of "77 N. Quiet Ln., Apt 4": how people write the number and the kind of street differs. */
function streetOf(line: string | undefined): string {
  if (line === undefined || /\b(?:p\.? ?o\.? box|confidential|undisclosed)\b/i.test(line)) return ' ';
  return spaced(
    line.replace(/\b(?:apt|apartment|suite|ste|unit|floor|room|rm|#).*$/i, '').replace(/^\s*\d+\S*/, ''),
  );
}

const KINDS: Readonly<Record<string, string>> = {
  st: 'street',
  ave: 'avenue',
  av: 'avenue',
  rd: 'road',
  ln: 'lane',
  dr: 'drive',
  ct: 'court',
  pl: 'place',
  blvd: 'boulevard',
  hwy: 'highway',
  pkwy: 'parkway',
  ter: 'terrace',
  cir: 'circle',
  sq: 'square',
};
const STREET_ADDRESS = new RegExp(
  ` \\d+[a-z]? (?:[\\p{L}\\p{N}]+ ){1,3}(?:${Object.values(KINDS).join('|')}) `,
  'u',
);
const DIRECTIONS = new Set(['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw', 'north', 'south', 'east', 'west']);

/** A text as words with a space on either side of each, so that a phrase is found only as whole words. */
function spaced(text: string): string {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !DIRECTIONS.has(word)).map((word) => lookUp(KINDS, word) ?? word);
  return ` ${kept.join(' ')} `;
}
