import { randomUUID } from 'node:crypto';
import type { AddressToAsk } from '../../core/geocoding/address-to-ask.ts';
import { censusFile, readCensusAnswer } from '../../core/geocoding/census.ts';
import type { GeocoderAnswer } from '../../core/geocoding/geocoding.ts';
import { askPolitely } from './ask-politely.ts';
import type { Asking } from './geocoder.ts';
import type { GeocoderConfig } from './geocoder-config.ts';

/** A batch of a thousand takes it a minute or two, in which it says nothing. */
const IDLE_MS = 10 * 60_000;

type CensusConfig = Extract<GeocoderConfig, { name: 'census' }>;

/** The US Census Geocoder, a file at a time (it takes up to 10,000 rows). */
export async function askCensus(
  { url, benchmark }: CensusConfig,
  addresses: readonly AddressToAsk[],
  asking: Asking,
): Promise<(GeocoderAnswer | undefined)[]> {
  const boundary = `trellis-${randomUUID()}`;
  const parts = [
    ['name="benchmark"', '', benchmark],
    ['name="addressFile"; filename="addresses.csv"', 'Content-Type: text/csv\r\n', censusFile(addresses)],
  ];
  const body = parts
    .map(
      ([name, type, content]) =>
        `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\n${type}\r\n${content}\r\n`,
    )
    .join('');
  const text = await askPolitely(
    {
      url,
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: `${body}--${boundary}--\r\n`,
      idleMs: IDLE_MS,
    },
    asking,
  );
  return readCensusAnswer(text, addresses.length);
}
