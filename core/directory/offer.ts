import { z } from 'zod';
import { Area, Point } from '../geo/point.ts';
import { Closure } from '../schedule/closure.ts';
import { Schedule, WeeklySpan } from '../schedule/schedule.ts';
import { Confidentiality, ContributionKind, Eligibility } from './service.ts';

/**
 * An offer is the read model of one HSDS service at location: everything that Find, matching and gaps need of a
 * service, its place and its organisation in one flat document, rebuilt whenever one of them changes.
 * It is what is searched, matched and counted. Its id is the service at location's.
 */
export const Offer = z.object({
  id: z.string(),
  serviceId: z.string(),
  locationId: z.string(),
  organizationId: z.string(),
  serviceName: z.string(),
  organizationName: z.string(),
  locationName: z.string(),
  /** One line such as "12 Mill Road, Alder Creek"; absent for confidential places. */
  address: z.string().optional(),
  kind: ContributionKind,
  confidentiality: Confidentiality,
  /** Absent where the place has no exact point or is confidential. */
  point: Point.optional(),
  terms: z.array(z.string()),
  /** The terms with all their ancestors: what a filter by a domain or group looks into. */
  termsAndAbove: z.array(z.string()),
  eligibility: Eligibility,
  /** Extents in which a family must live, where residence is required. */
  residenceAreas: z.array(Area).default([]),
  /** Opening hours in an ordinary week; `hoursKnown` false means nobody said, not "closed". */
  hours: z.array(WeeklySpan),
  hoursKnown: z.boolean(),
  /** What is known of its times: the schedules of the link, the service and the place, those that say any. */
  timetables: z.array(z.array(Schedule)).optional(),
  closures: z.array(Closure).optional(),
  sessionMinutes: z.int().positive().optional(),
  /** ISO 639-1 codes in which it is given. Empty: not said. */
  languages: z.array(z.string()),
  /** Absent: not said. */
  free: z.boolean().optional(),
  /** One line about cost as people say it. */
  cost: z.string().optional(),
  placesFree: z.int().min(0).optional(),
  placesMaximum: z.int().min(0).optional(),
  placesUpdated: z.string().optional(),
  /** The figures were counted for the service, so all its places share them. */
  placesShared: z.literal(true).optional(),
  wheelchair: z.boolean().optional(),
  /** Distinct plain words (see words.ts), a space between them, of names, description, term labels and synonyms. */
  words: z.string().default(''),
  demo: z.boolean().default(false),
});
export type Offer = z.infer<typeof Offer>;
