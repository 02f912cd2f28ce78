import { z } from 'zod';
import { Position } from '../geo/point.ts';
import { TravelNote } from '../travel/travel-note.ts';
import { SitingAsk } from './siting-ask.ts';

/** People of one kind of help; `low` and `high` where a margin of error is known. */
export const SitingPeople = z.object({
  people: z.number().min(0),
  low: z.number().min(0).optional(),
  high: z.number().min(0).optional(),
});
export type SitingPeople = z.infer<typeof SitingPeople>;

/** How people fare: before anything new, or after one more site. */
export const SitingStep = z.object({
  /** Within the minutes asked for, for each kind of help in the order of the question. */
  inTime: z.array(SitingPeople),
  /** Of all who can get there at all, over all kinds of help; null where nobody can. */
  averageMinutes: z.number().nullable(),
  longestMinutes: z.number().nullable(),
  /** How many can get nowhere, for each kind of help. */
  unreached: z.array(z.number().min(0)),
  /**
   * Where sites have room for so many, for each kind of help: who could get to an open site (`mclp`: within the minutes)
   * and finds no room there.
   */
  noRoom: z.array(z.number().min(0)).optional(),
});
export type SitingStep = z.infer<typeof SitingStep>;

export const ProposedSite = z.object({
  /** "school:…" or "location:…". */
  id: z.string(),
  kind: z.enum(['school', 'location']),
  recordId: z.string(),
  name: z.string(),
  point: Position,
  /** Chosen because somebody wanted it. */
  forced: z.boolean(),
  /** Of a school that is a place with several services, too: "location:…". */
  alsoIds: z.array(z.string()).optional(),
  /** Where sites have room for so many: people who have a place here once all proposed sites are open. */
  takes: z.number().min(0).optional(),
});
export type ProposedSite = z.infer<typeof ProposedSite>;

/** The people of one place, for one kind of help: minutes to the nearest, null where nothing can be reached. */
const PlaceTerm = z.object({
  people: z.number().min(0),
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Where sites have room for so many: of these people, who has a place within the minutes. */
  placedBefore: z.number().min(0).optional(),
  placedAfter: z.number().min(0).optional(),
});
export type PlaceTerm = z.infer<typeof PlaceTerm>;

export const SitingPlace = z.object({
  id: z.string(),
  kind: z.enum(['school', 'cell', 'area']),
  name: z.string().optional(),
  point: Position,
  /** In the order of the question's terms; null where nothing is told of that term here. */
  byTerm: z.array(PlaceTerm.nullable()),
});
export type SitingPlace = z.infer<typeof SitingPlace>;

export const SitingProof = z.object({
  /** Nothing better is possible. */
  proven: z.boolean(),
  /** Otherwise: by how much something could be better at most, as a share of what was found. */
  gap: z.number().min(0).nullable(),
  objective: z.number(),
  bound: z.number(),
});
export type SitingProof = z.infer<typeof SitingProof>;

/** The best for a number of new sites: which, how people then fare, and how sure it is. */
export const BestForNumber = z.object({
  sites: z.array(z.object({ id: z.string(), name: z.string() })),
  step: SitingStep,
  proof: SitingProof,
});
export type BestForNumber = z.infer<typeof BestForNumber>;

/** What gives the help already and told for how many it has room; whoever did not tell has room for everybody. */
export const StandingRooms = z.object({
  services: z.int().min(0),
  room: z.number().min(0),
  /** People who have a place there once all proposed sites are open. */
  takes: z.number().min(0),
  untold: z.int().min(0),
});
export type StandingRooms = z.infer<typeof StandingRooms>;

export const SitingOutcome = z.object({
  ask: SitingAsk,
  /** In the order in which to open them: first the one that brings most, then what then brings most. */
  proposed: z.array(ProposedSite),
  /** Step 0 is how it is; step n is with the first n proposed sites. */
  steps: z.array(SitingStep).min(1),
  /** The best for each number of new sites, the proposal last; absent where there was no time to find out. */
  byNumber: z.array(BestForNumber).optional(),
  /** Asked for, and left out because they would bring nothing more. */
  idle: z.int().min(0),
  proof: SitingProof,
  candidates: z.int().min(1),
  /** People who were counted, for each kind of help. */
  people: z.array(SitingPeople),
  places: z.array(SitingPlace),
  /** What gives the help already, where it may be on a map. */
  existing: z.array(z.object({ id: z.string(), serviceId: z.string(), name: z.string(), point: Position })),
  /** Where the question is about room and counts what is there. */
  standing: StandingRooms.optional(),
  /** Schools or areas of which nothing is told, so that they are in no figure. */
  noData: z.int().min(0),
  /** When the people were counted, "YYYY-MM-DD". */
  asOf: z.iso.date(),
  travel: TravelNote.partial({ doubts: true }).extend({ estimated: z.boolean() }),
});
export type SitingOutcome = z.infer<typeof SitingOutcome>;
