import type { Address } from '../directory/service.ts';
import { plain } from '../directory/words.ts';

/** An address as it is compared. */
export interface Street {
  /** House number; empty where none is told. */
  number: string;
  /** "17 nw": the words of the street in the order of the alphabet. */
  street: string;
  /** Suite, floor, room; empty where none is told. */
  unit: string;
}

const UNIT =
  /(?:\b(?:suite|ste|unit|apt|apartment|room|rm|floor|fl|building|bldg)\b\.?|#)\s*#?\s*([a-z0-9-]+)?/g;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
const FLOOR = /\b(\d+)(?:st|nd|rd|th)\s+(?:floor|fl)\b/g;

/** Undefined for an address without a street: nothing can be compared. */
export function readStreet(address: Address, written: Readonly<Record<string, string>>): Street | undefined {
  const line = plain([address.address1, address.address2].filter(Boolean).join(' '))
    .replace(/([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(FLOOR, 'floor $1');
  const units = [...line.matchAll(UNIT)].map((match) => match[1] ?? '').filter(Boolean);
  const words = line.replace(UNIT, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const first = words[0] ?? '';
  const number = /^\d+[a-z]?$/.test(first) ? first : '';
  const rest = (number ? words.slice(1) : words)
    .slice(0, 7)
    .map((word) => written[word] ?? ORDINAL.exec(word)?.[1] ?? word)
    .filter((word) => word !== 'street');
  if (rest.length === 0) return undefined;
  return { number, street: [...new Set(rest)].sort().join(' '), unit: units.sort().join(' ') };
}
