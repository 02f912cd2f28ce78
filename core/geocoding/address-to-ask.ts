import type { Address } from '../directory/service.ts';
import { plain } from '../directory/words.ts';

/** What a geocoder is told of an address: nothing but where the house is. */
export interface AddressToAsk {
  street: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
}

const UNIT =
  /[\s,]+(?:(?:suite|ste|unit|apt|apartment|room|rm|floor|fl|bldg|building)\b\.?|#)\s*#?\s*[\w-]*/gi;
const FLOOR = /[\s,]+\d+(?:st|nd|rd|th)\s+(?:floor|fl)\b\.?/gi;
const POST_BOX = /^(?:p\.?\s*o\.?\s*|post office\s+)?(?:box|drawer)\s*#?\s*\d|^apartado\b/i;

/**
 * The first address to which people come that can be looked for: a street, and a town or a postal code. A post box is no
 * place, and a suite is in the same house as all others.
 */
export function addressToAsk(addresses: readonly Address[]): AddressToAsk | undefined {
  const visited = addresses.filter(({ type }) => type === undefined || type === 'physical');
  return visited.map(asAsked).find((asked) => asked !== undefined);
}

function asAsked(address: Address): AddressToAsk | undefined {
  const street = line(line(address.address1).replace(FLOOR, ' ').replace(UNIT, ' '));
  const [city, postalCode] = [line(address.city), line(address.postalCode)];
  if (!/\p{L}/u.test(street) || POST_BOX.test(street) || (!city && !postalCode)) return undefined;
  const [state, country] = [line(address.stateProvince), line(address.country)];
  return { street, city, state, postalCode, country };
}

/** Two ways of writing one address have one key. */
export function addressKey({ street, city, state, postalCode, country }: AddressToAsk): string {
  return [street, city, state, postalCode.slice(0, 5), country]
    .map((part) => (plain(part).match(/[\p{L}\p{N}]+/gu) ?? []).join(' '))
    .join('|');
}

function line(text: string | undefined): string {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
