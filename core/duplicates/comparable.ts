import type { Position } from '../geo/point.ts';
import type { Street } from './read-street.ts';

/** What is compared of a record, read out of it once. What nobody told is empty, which says neither yes nor no. */
export interface Comparable {
  id: string;
  /** Each name as its words; the record's own name first. */
  names: readonly (readonly string[])[];
  /** The same without the words of its organization's name, where others are left: "Food Pantry - Hope House" has two of three. */
  ownNames: readonly (readonly string[])[];
  /** Digits. */
  phones: readonly string[];
  emails: readonly string[];
  webs: readonly Web[];
  streets: readonly Street[];
  points: readonly Position[];
  /** Names of the organization that it belongs to, and its id. */
  owner?: { id: string; names: readonly (readonly string[])[] };
  /** Words of the description. */
  words: ReadonlySet<string>;
}

export interface Web {
  host: string;
  /** Host and path, without what varies. */
  page: string;
}
