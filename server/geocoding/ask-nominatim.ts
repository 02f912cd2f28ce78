import type { AddressToAsk } from '../../core/geocoding/address-to-ask.ts';
import type { GeocoderAnswer } from '../../core/geocoding/geocoding.ts';
import { nominatimQuery, readNominatimAnswer } from '../../core/geocoding/nominatim.ts';
import { askPolitely } from './ask-politely.ts';
import type { Asking } from './geocoder.ts';
import type { GeocoderConfig } from './geocoder-config.ts';

const IDLE_MS = 30_000;

type NominatimConfig = Extract<GeocoderConfig, { name: 'nominatim' }>;

/** Nominatim, one address after another with a pause (https://operations.osmfoundation.org/policies/nominatim/). */
export async function askNominatim(
  { url, email, pauseMs }: NominatimConfig,
  addresses: readonly AddressToAsk[],
  asking: Asking,
): Promise<(GeocoderAnswer | undefined)[]> {
  const answers: (GeocoderAnswer | undefined)[] = [];
  for (const address of addresses) {
    const asked = new URL(url);
    asked.search = nominatimQuery(address, email).toString();
    const text = await askPolitely({ url: asked, idleMs: IDLE_MS }, asking);
    answers.push(readNominatimAnswer(parsed(text), address));
    await asking.wait(pauseMs);
  }
  return answers;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
