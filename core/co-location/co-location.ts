import type { Position } from '../geo/point.ts';
import type { Band } from '../privacy/band.ts';
import type { DomainId } from '../taxonomy/term.ts';
import type { TravelMode } from '../travel/travel.ts';
import type { TermPair } from './co-location-rules.ts';
import type { FarPair } from './far-pairs.ts';
import type { Neighbourhood, TermDemand } from './neighbourhood.ts';
import type { Host } from './rank-hosts.ts';
import type { Site } from './site.ts';
import type { WeekTogether } from './week-together.ts';

/** Within so many minutes by this mode is the neighbourhood. */
export interface CoLocationAsked {
  minutes: number;
  mode: TravelMode;
}

interface Counted extends CoLocationAsked {
  /** When the students were counted, "YYYY-MM-DD", and from how many on a figure is told. */
  countedOn: string;
  threshold: number;
}

/** How many students have a place at both of two services, in wide bands. */
export interface SharedStudents extends Band {
  services: readonly [NamedService, NamedService];
}

interface NamedService {
  id: string;
  name: string;
}

/** Several organizations under one roof. */
export interface SharedSite extends Pick<Site, 'id' | 'name' | 'address' | 'point' | 'locations'> {
  organizations: { id: string; name: string }[];
  offers: number;
  domains: DomainId[];
  together: Omit<WeekTogether, 'strip'>;
  /** Pairs of services that share students, the most first, as far as that may be told. */
  sharing: SharedStudents[];
  /** The most needed of what its neighbourhood lacks. */
  lacking: TermDemand[];
}

export interface PlaceOfPair {
  id: string;
  serviceId: string;
  name: string;
  organization: string;
  locationId: string;
  location: string;
  point: Position;
}

export interface FarPairView extends Omit<TermPair, 'terms'> {
  id: string;
  terms: readonly [string, string];
  places: readonly [PlaceOfPair, PlaceOfPair];
  minutes: number;
  /** As in `FarPair`. */
  students: FarPair['students'];
  schools: string[];
}

export interface HostView extends Omit<Host, 'rooms' | 'at'> {
  point: Position;
  rooms: { id: string; serviceId: string; name: string; placesFree: number | null }[];
}

/** `GET /co-location` */
export interface CoLocation extends Counted {
  /** Those with the most organizations first; `sitesInAll` says how many there are where not all are told. */
  sites: SharedSite[];
  sitesInAll: number;
  pairs: FarPairView[];
  pairsInAll: number;
  hosts: HostView[];
  /** Schools of which nobody has said that rooms may be used. */
  roomless: { id: string; name: string }[];
}

/** `GET /co-location/:id` */
export interface SiteNeighbourhood extends Counted, Neighbourhood {
  id: string;
  /** Every location under this roof. */
  locations: { id: string; name: string }[];
}
