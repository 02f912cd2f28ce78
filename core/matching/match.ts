import { z } from 'zod';
import { TravelMode } from '../travel/travel.ts';

/** The hard limits, in the order in which they are asked. The first that fails is the one that is counted. */
export const LIMITS = [
  'age',
  'grade',
  'language',
  'residence',
  'income',
  'program',
  'gender',
  'attribute',
  'too-far',
  'hours',
  'full',
  'not-approved',
] as const;
export const Limit = z.enum(LIMITS);
export type Limit = z.infer<typeof Limit>;

/** `rules` stands for any that eligibility sets, for people who may not know which (conceal-circumstances.ts). */
export const ShownLimit = z.enum([...LIMITS, 'rules']);
export type ShownLimit = z.infer<typeof ShownLimit>;

/** The parts of a score, each from 0 to 1; their weighted mean is the score. */
export const FACTORS = ['term', 'urgency', 'travel', 'places', 'language', 'cost', 'continuity'] as const;
export const Factor = z.enum(FACTORS);
export type Factor = z.infer<typeof Factor>;

/**
 * Why this one: a code of the interface's texts with the numbers that go into the sentence, for instance
 * {code: 'travel', minutes: 9, mode: 'bus', from: 'school'}. A code beginning with "ask-" is a fact nobody knows.
 */
export const Reason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Reason = z.infer<typeof Reason>;

/** One student's need or interest with one offer. */
export const Match = z.object({
  offerId: z.string(),
  rank: z.int().min(1),
  /** 0 to 1, four decimals. */
  score: z.number().min(0).max(1),
  minutes: z.number(),
  mode: TravelMode,
  from: z.enum(['school', 'home']),
  factors: z.record(Factor, z.number()),
  reasons: z.array(Reason),
});
export type Match = z.infer<typeof Match>;

/** What came of one need or interest. */
export const WishMatches = z.object({
  kind: z.enum(['need', 'interest']),
  term: z.string(),
  /** Urgency of a need, strength of an interest. */
  weight: z.int().min(1).max(3),
  /** At most ten, best first. */
  matches: z.array(Match),
  /** Offers of the term that were looked at. */
  candidates: z.int().min(0),
  /** How many of them each limit removed. */
  removed: z.partialRecord(ShownLimit, z.int().min(1)),
  /** Without a match: the nearest offer of the term, whatever removed it. */
  nearest: z
    .object({ offerId: z.string(), minutes: z.number(), mode: TravelMode, limit: ShownLimit })
    .optional(),
});
export type WishMatches = z.infer<typeof WishMatches>;

/** All matches of one student. */
export const StudentMatches = z.object({
  studentId: z.string(),
  schoolId: z.string(),
  wishes: z.array(WishMatches),
});
export type StudentMatches = z.infer<typeof StudentMatches>;

/** Weights of the factors, and how fast travel decays; data in data/matching. */
export const MatchingRules = z.object({
  weights: z.record(Factor, z.number().min(0)),
  /** Travel counts half at this many minutes. */
  travelHalfMinutes: z.number().positive(),
  /** How well the offer's term fits the wished term. */
  fit: z.object({ exact: z.number(), narrower: z.number(), broader: z.number() }),
  /** An overlap of opening hours with free time shorter than this does not count. */
  minimumOverlapMinutes: z.number().positive(),
  /** Weeks, from the coming Monday on, of which the hours are looked at. */
  horizonWeeks: z.int().min(1).max(104),
  /** A time that holds in this share of them is one of every week; a holiday does not make it a rare one. */
  weeklyShare: z.number().gt(0.5).max(1),
  matchesPerWish: z.int().positive(),
});
export type MatchingRules = z.infer<typeof MatchingRules>;
