import type { AddressToAsk } from '../../core/geocoding/address-to-ask.ts';
import type { GeocoderAnswer } from '../../core/geocoding/geocoding.ts';
import type { Guard } from '../outbound/guarded-request.ts';
import { askCensus } from './ask-census.ts';
import { askNominatim } from './ask-nominatim.ts';
import type { GeocoderConfig } from './geocoder-config.ts';

export interface Asking {
  guard: Guard;
  signal: AbortSignal;
  now(): Date;
  /** Waits; ends early, with an error, when the work is cancelled. */
  wait(ms: number): Promise<void>;
}

/** What finds the points of addresses. */
export interface Geocoder {
  name: 'census' | 'nominatim';
  /** As many addresses are asked at once: what a process that dies has to ask again. */
  batch: number;
  /**
   * An answer for each address; undefined where it gave none.
   * @throws GeocoderFailed
   */
  ask(addresses: readonly AddressToAsk[], asking: Asking): Promise<(GeocoderAnswer | undefined)[]>;
}

/** Undefined where the operator has chosen none. */
export function geocoderOf(config: GeocoderConfig): Geocoder | undefined {
  if (config.name === 'none') return undefined;
  if (config.name === 'census')
    return {
      name: config.name,
      batch: 1000,
      ask: (addresses, asking) => askCensus(config, addresses, asking),
    };
  return {
    name: config.name,
    batch: 20,
    ask: (addresses, asking) => askNominatim(config, addresses, asking),
  };
}

/** The operator's own geocoder may stand in the operator's own network; the public ones never do. */
export function guardFor(config: GeocoderConfig): Guard {
  const own = config.name !== 'none' && config.isOwn ? [config.url.hostname] : [];
  return { privateHosts: new Set(own) };
}
