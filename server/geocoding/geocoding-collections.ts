import type { Candidate, GeocoderAnswer, GeocodingState } from '../../core/geocoding/geocoding.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** What became of looking for the address of a location. Its id is the location's. */
export interface GeocodingRecord {
  id: string;
  /** The address that was asked for (`addressKey`): with another one this says nothing any more. */
  key: string;
  state: GeocodingState;
  /** The best first. */
  candidates: Candidate[];
  /** The geocoder knows several that fit equally. */
  several: boolean;
  at: string;
  /** Job that asked last. */
  run: string;
}

/** What a geocoder has answered of an address, so that it is not asked again soon. */
export interface KeptAnswer {
  /** Geocoder and address, as a fingerprint. */
  id: string;
  answer: GeocoderAnswer;
  /** MongoDB clears it away then: maps change. */
  clearAt: Date;
}

export const geocodings: CollectionSpec = { name: 'geocodings', indexes: [[{ state: 1 }], [{ run: 1 }]] };

export const geocoderAnswers: CollectionSpec = {
  name: 'geocoder_answers',
  indexes: [[{ clearAt: 1 }, { expireAfterSeconds: 0 }]],
};

export const geocodingCollections: readonly CollectionSpec[] = [geocodings, geocoderAnswers];
