import { z } from 'zod';
import { Position } from '../../core/geo/point.ts';
import { WeeklySpan } from '../../core/schedule/schedule.ts';
import { DOMAIN_IDS } from '../../core/taxonomy/term.ts';
import { TravelMode } from '../../core/travel/travel.ts';
import { Named } from '../http/named.ts';

/** Within so many minutes by this mode is the neighbourhood. */
export const CoLocationAsked = z.object({
  minutes: z.number(),
  mode: TravelMode,
});

export const Counted = CoLocationAsked.extend({
  /** When the students were counted, "YYYY-MM-DD", and from how many on a figure is told. */
  countedOn: z.iso.date(),
  threshold: z.int(),
});

export const NamedService = Named;

/** How many students have a place at both of two services, in wide bands. */
export const SharedStudents = z.object({
  services: z.tuple([NamedService, NamedService]),
  studentsFrom: z.int(),
  studentsTo: z.int().nullable(),
});

/** A kind of help that students near by need. */
export const TermDemand = z.object({
  term: z.string(),
  /** Students with a need of it or of anything below it, as far as their schools may tell. */
  students: z.int(),
});

/** Several organizations under one roof. */
export const SharedSite = z.object({
  organizations: z.array(Named),
  offers: z.int(),
  domains: z.array(z.enum(DOMAIN_IDS)),
  together: z.object({
    /** When so many are there. */
    hours: z.array(WeeklySpan),
    of: z.int(),
    /** The most that are there at one time; 0 where nobody said. */
    most: z.int(),
    /** Organizations that said when they are there, of `of`. */
    known: z.int(),
  }),
  /** Pairs of services that share students, the most first, as far as that may be told. */
  sharing: z.array(SharedStudents),
  /** The most needed of what its neighbourhood lacks. */
  lacking: z.array(TermDemand),
  /** The first of its locations by id. */
  id: z.string(),
  name: z.string(),
  point: Position,
  address: z.string().optional(),
  locations: z.array(Named),
});

export const PlaceOfPair = z.object({
  id: z.string(),
  serviceId: z.string(),
  name: z.string(),
  organization: z.string(),
  locationId: z.string(),
  location: z.string(),
  point: Position,
});

/** Students with a need, as far as schools may tell it; null where none may. Where a school may tell only a need of a wider kind, that figure is taken: there are at most as many. */
export const PairDemand = z.object({
  students: z.int().nullable(),
  atMost: z.boolean(),
});

export const FarPairView = z.object({
  id: z.string(),
  terms: z.tuple([z.string(), z.string()]),
  places: z.tuple([PlaceOfPair, PlaceOfPair]),
  minutes: z.number(),
  /** As in `FarPair`. */
  students: z.tuple([PairDemand, PairDemand]),
  schools: z.array(z.string()),
  /** Where the idea comes from. */
  source: z.string(),
  why: z.object({
    en: z.string(),
    es: z.string(),
  }),
});

export const HostView = z.object({
  point: Position,
  rooms: z.array(
    z.object({
      id: z.string(),
      serviceId: z.string(),
      name: z.string(),
      placesFree: z.int().nullable(),
    }),
  ),
  name: z.string(),
  missing: z.int(),
  /** Students with the most common need that lacks; one student may have several needs, so no sum is told. */
  students: z.int().nullable(),
  schoolId: z.string(),
  lacking: z.array(TermDemand),
  score: z.number(),
  /** Each from 0 to 1; the score is their product. */
  factors: z.object({
    hours: z.number(),
    lacking: z.number(),
    demand: z.number(),
    rooms: z.number(),
  }),
  /** As in `Neighbourhood`. */
  needed: z.int(),
  /** Hours a week in which its rooms are open; null where nobody said. */
  hoursOpen: z.number().nullable(),
});

/** `GET /co-location` */
export const CoLocation = Counted.extend({
  /** Those with the most organizations first; `sitesInAll` says how many there are where not all are told. */
  sites: z.array(SharedSite),
  sitesInAll: z.int(),
  pairs: z.array(FarPairView),
  pairsInAll: z.int(),
  hosts: z.array(HostView),
  /** Schools of which nobody has said that rooms may be used. */
  roomless: z.array(Named),
});

/** `GET /co-location/:id` */
export const SiteNeighbourhood = z.object({
  id: z.string(),
  /** Every location under this roof. */
  locations: z.array(Named),
  /** When the students were counted, "YYYY-MM-DD", and from how many on a figure is told. */
  countedOn: z.iso.date(),
  threshold: z.int(),
  minutes: z.number(),
  mode: TravelMode,
  /** Schools within reach. */
  schools: z.array(z.string()),
  /** How many kinds of help these schools tell a need of, and how many of those are not given within reach. */
  needed: z.int(),
  missing: z.int(),
  /** Those that are not given, the most needed first; of one that lies below another the wider one alone. */
  lacking: z.array(TermDemand),
});
