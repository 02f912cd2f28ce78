import { z } from 'zod';

const NAMES = ['none', 'census', 'nominatim'] as const;

/** Who finds the points of addresses; nobody unless the operator says so. */
export type GeocoderConfig =
  | { name: 'none' }
  | { name: 'census'; url: URL; benchmark: string; isOwn: boolean }
  | { name: 'nominatim'; url: URL; email: string; pauseMs: number; isOwn: boolean };

const ADDRESSES = {
  census: 'https://geocoding.geo.census.gov/geocoder/locations/addressbatch',
  nominatim: 'https://nominatim.openstreetmap.org/search',
} as const;

const milliseconds = 'a whole number from 0 to 60000';

const Vars = z.object({
  GEOCODER: z.enum(NAMES, NAMES.join(', ')).default('none'),
  GEOCODER_ADDRESS: z
    .url({ protocol: /^https?$/, error: 'an address such as https://geocoder.example.org/search' })
    .optional(),
  GEOCODER_EMAIL: z.email('an e-mail address').optional(),
  GEOCODER_BENCHMARK: z.string().max(100).default('Public_AR_Current'),
  GEOCODER_PAUSE_MS: z.coerce
    .number(milliseconds)
    .int(milliseconds)
    .min(0, milliseconds)
    .max(60_000, milliseconds)
    .default(1000),
});

/** @throws Error with a sentence for each variable that is missing or wrong */
export function readGeocoderConfig(given: Record<string, string | undefined>): GeocoderConfig {
  const parsed = Vars.safeParse(given);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.')} is not right: give ${message}.`)
        .join('\n'),
    );
  const { GEOCODER: name, GEOCODER_ADDRESS: address, GEOCODER_EMAIL: email, ...vars } = parsed.data;
  if (name === 'none') return { name };
  const isOwn = address !== undefined;
  const url = new URL(address ?? ADDRESSES[name]);
  if (name === 'census') return { name, url, benchmark: vars.GEOCODER_BENCHMARK, isOwn };
  if (email === undefined)
    throw new Error(
      'GEOCODER_EMAIL is not set: GEOCODER=nominatim tells with each request whom to write to if there are too many.',
    );
  // The public server allows one a second and no more, whatever is set here.
  const pauseMs = isOwn ? vars.GEOCODER_PAUSE_MS : Math.max(1000, vars.GEOCODER_PAUSE_MS);
  return { name, url, email, pauseMs, isOwn };
}
