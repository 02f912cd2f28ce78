import { z } from 'zod';
import { AccessMeasure } from '../access/access-measure.ts';
import { DEMANDS } from '../demand/demand-question.ts';
import { TravelMode } from '../travel/travel.ts';
import { TravelNote } from '../travel/travel-note.ts';
import { GapAccess } from './gap-access.ts';

/** What a row is about. */
export const GAP_UNITS = ['school', 'cell', 'area'] as const;
export type GapUnit = (typeof GAP_UNITS)[number];

export const GapParams = z.object({
  /** Terms of the taxonomy; everything below each counts. */
  terms: z.array(z.string()).min(1).max(50),
  minutes: z.number().min(1).max(240),
  mode: TravelMode,
  /** Who is counted: students with a need of these terms, or all students. */
  demand: z.enum(['need', 'all']).default('all'),
  /** The share within reach, which is what a run tells that says nothing, or how well places are served. */
  measure: z.union([z.literal('share'), AccessMeasure]).optional(),
  /** Of a measure of access: who is counted, instead of `demand`. */
  demandOf: z.enum(DEMANDS).optional(),
});
export type GapParams = z.infer<typeof GapParams>;

/**
 * One school or hexagon, worked out from `StudentCounts`. A figure that is null with `hidden` is about fewer students
 * than the threshold, or would give such a figure away.
 */
export const GapRow = z.object({
  /** School id or H3 cell. */
  id: z.string(),
  name: z.string().optional(),
  students: z.int().min(0).nullable(),
  /** Told where at least the threshold stand on both sides, so never for nobody and never for all. */
  covered: z.int().min(0).nullable(),
  /** covered / students, 0 to 1, null where hidden or nobody is there ("no data", never zero). */
  share: z.number().min(0).max(1).nullable(),
  /** Where `covered` is not told: it is fewer than the threshold, or all but fewer than the threshold. */
  end: z.enum(['few', 'most']).nullable(),
  /** Needs of the terms for which the newest matching found nothing. Null before any matching, by cell, or hidden. */
  unmet: z.int().min(0).nullable(),
  /** From the school or the cell's centre to the nearest offer, whatever the limit. Null: there is none. */
  nearestMinutes: z.number().nullable(),
  nearestOfferId: z.string().nullable(),
  hidden: z.boolean(),
  /** Of a measure of access, and so of the five below: people who are counted here. Null: nobody, or not told. */
  people: z.number().min(0).nullable().optional(),
  /** What the margin of error of `people` leaves possible. */
  peopleLow: z.number().min(0).optional(),
  peopleHigh: z.number().min(0).optional(),
  /** The measure at the school or the middle of the area. Null: no data, or nothing in reach to measure. */
  access: z.number().nullable().optional(),
  /** As `access` with the most and the fewest people that the margins leave possible. */
  accessLow: z.number().optional(),
  accessHigh: z.number().optional(),
  /** Nothing is within the limit. */
  outOfReach: z.boolean().optional(),
});
export type GapRow = z.infer<typeof GapRow>;

/** An offer that rows call the nearest one. */
export const NamedOffer = z.object({
  id: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  locationName: z.string(),
});
export type NamedOffer = z.infer<typeof NamedOffer>;

export const GapResult = z.object({
  params: GapParams,
  /** Sums of what is told of the schools: what is hidden is in no sum. */
  total: GapRow,
  bySchool: z.array(GapRow),
  /** Empty where students with a need are counted: where those live is not told. */
  byCell: z.array(GapRow),
  /** Census areas, where their children are counted. */
  byArea: z.array(GapRow).optional(),
  offers: z.int().min(0),
  /** Of a measure of access. */
  access: GapAccess.optional(),
  /** Of ways by road: where from, and what is odd about them. */
  travel: TravelNote.optional(),
  /** When the students were counted, "YYYY-MM-DD", and from how many on a figure is told. */
  countedOn: z.iso.date(),
  threshold: z.int().min(1),
  /** The nearest offers of the rows by id; added when the figures are read, so those that may be named today. */
  nearest: z.array(NamedOffer).optional(),
});
export type GapResult = z.infer<typeof GapResult>;
