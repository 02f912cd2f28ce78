import { z } from 'zod';
import { compact } from '../imports/compact.ts';
import type { AddressToAsk } from './address-to-ask.ts';
import type { GeocoderAnswer, MatchedAddress, MatchQuality } from './geocoding.ts';

const MOST_FOUND = 5;

/** A structured search of Nominatim (https://nominatim.org/release-docs/latest/api/Search/). */
export function nominatimQuery(
  { street, city, state, postalCode, country }: AddressToAsk,
  email: string,
): URLSearchParams {
  const parts = { street, city, state, postalcode: postalCode, country };
  return new URLSearchParams({
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== '')),
    format: 'jsonv2',
    addressdetails: '1',
    limit: String(MOST_FOUND),
    email,
  });
}

const degrees = z.coerce.number();
const text = z.string().optional();

const Place = z.object({
  lon: degrees.min(-180).max(180),
  lat: degrees.min(-90).max(90),
  display_name: z.string().default(''),
  /** 26 and 27 are streets, 30 is a house or something in one. */
  place_rank: z.number().default(0),
  address: z
    .object({
      house_number: text,
      road: text,
      city: text,
      town: text,
      village: text,
      hamlet: text,
      state: text,
      'ISO3166-2-lvl4': text,
      postcode: text,
    })
    .default({}),
});

/** Undefined for what is no answer of Nominatim. */
export function readNominatimAnswer(answer: unknown, asked: AddressToAsk): GeocoderAnswer | undefined {
  const places = z.array(Place).safeParse(answer);
  if (!places.success) return undefined;
  return { found: places.data.map((place) => asFound(place, asked)) };
}

function asFound(place: z.infer<typeof Place>, asked: AddressToAsk): MatchedAddress {
  const { road, city, town, village, hamlet, state, postcode } = place.address;
  const code = place.address['ISO3166-2-lvl4']?.split('-')[1];
  const states = [state, code].filter((each) => each !== undefined);
  return {
    point: [place.lon, place.lat],
    label: place.display_name,
    quality: qualityOf(place, asked),
    ...compact({ street: road, city: city ?? town ?? village ?? hamlet, postalCode: postcode }),
    ...(states.length > 0 && { states }),
  };
}

/** The house only where its number is the one that was asked for. */
function qualityOf(
  { place_rank: rank, address }: z.infer<typeof Place>,
  { street }: AddressToAsk,
): MatchQuality {
  const number = /^\s*(\d+[a-z]?)\b/i.exec(street)?.[1]?.toLowerCase();
  if (number !== undefined && address.house_number?.toLowerCase() === number) return 'exact';
  return rank >= 26 ? 'street' : 'place';
}
