import { z } from 'zod';
import { OfferView } from '../../core/directory/offer-view.ts';
import { Limit, Match, WishMatches } from '../../core/matching/match.ts';
import { FITS } from '../../core/matching/term-index.ts';
import { Weighting } from '../../core/matching/weighting.ts';
import { WeeklySpan } from '../../core/schedule/schedule.ts';
import { TravelMode } from '../../core/travel/travel.ts';

export const StudentMatchesView = z.object({
  studentId: z.string(),
  run: z
    .object({
      id: z.string(),
      number: z.int(),
      finishedAt: z.iso.datetime().optional(),
    })
    .nullable(),
  /** The student's facts or the weights have changed since, or nothing has been matched yet. */
  stale: z.boolean(),
  /** By which the scores came about; without matches, those that hold now. */
  weighting: Weighting,
  wishes: z.array(WishMatches),
  /** The offers that the wishes name. One that has left the directory since is not among them. */
  offers: z.record(z.string(), OfferView),
});

/** How many students of a school need something. Figures are null where they are hidden. */
export const SchoolNeed = z.object({
  term: z.string(),
  students: z.int().nullable(),
  urgent: z.number().nullable(),
  matched: z.number().nullable(),
  unmet: z.int().nullable(),
  hidden: z.boolean(),
});

/** A need or an interest: what offers are looked for. */
export const Wish = z.object({
  kind: z.enum(['need', 'interest']),
  term: z.string(),
  /** Urgency of a need, strength of an interest. */
  weight: z.number(),
});

/** What one limit says of one offer. Where it is met or not known, the code is that of a match's reasons, and `within-reach`; where it is not met, one of NO_CODES. */
export const LimitAnswer = z.object({
  limit: z.enum([
    'gender',
    'program',
    'age',
    'grade',
    'income',
    'residence',
    'hours',
    'language',
    'full',
    'attribute',
    'too-far',
    'not-approved',
    'conditions',
  ]),
  answer: z.enum(['passes', 'asks', 'fails']),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** `conditions`: it asks for something of which the reader may not know whether it is met. */
export const ShownPair = z.object({
  /** The first that fails: the one under which the offer is counted. */
  limit: Limit.optional(),
  shown: z.int(),
  /** The match that it is; where a limit removes it, the one that it would be if none did. */
  match: Match.optional(),
  offerId: z.string(),
  /** How its term stands to the wished one; absent where it is another kind of help. */
  fit: z
    .object({
      fit: z.enum(FITS),
      term: z.string(),
    })
    .optional(),
  wish: Wish,
  /** Every limit's answer, in the order in which they are asked. */
  limits: z.array(LimitAnswer),
  /** How many offers are left for the wish, of which so many are shown. */
  passed: z.int(),
  /** What it is measured by: the last match shown where it ranks behind, else the first; absent where it is that. */
  compared: z
    .object({
      offerId: z.string(),
      rank: z.int(),
      /** 0 to 1, four decimals. */
      score: z.number(),
      factors: z.object({
        cost: z.number(),
        language: z.number(),
        urgency: z.number(),
        term: z.number(),
        places: z.number(),
        travel: z.number(),
        continuity: z.number(),
      }),
    })
    .optional(),
  outcome: z.enum(['limit', 'match', 'conditions', 'no-place', 'other-kind', 'no-origin']),
});

/** What a change opens: offers that pass every limit with it and not without it. */
const Opening = z.object({
  opened: z.int(),
  /** The best of them, at most three. */
  offerIds: z.array(z.string()),
});
export const Help = z.union([
  Opening.extend({ kind: z.literal('place'), offerId: z.string() }),
  Opening.extend({ kind: z.literal('agreement'), organizationId: z.string() }),
  Opening.extend({ kind: z.literal('minutes'), minutes: z.number() }),
  Opening.extend({ kind: z.literal('free-time'), span: WeeklySpan }),
  Opening.extend({ kind: z.literal('mode'), mode: TravelMode }),
  Opening.extend({ kind: z.literal('language'), language: z.string() }),
]);

/** A fact about the student that nobody knows and matches ask for: it would settle so many questions. */
export const AskedFact = z.object({
  /** Of attributes that a district keeps for itself, their name. */
  fact: z.string(),
  asked: z.int(),
});

export const WhatWouldHelp = z.object({
  wish: Wish,
  /** How many offers are left as it is. */
  passed: z.int(),
  /** Most opened first, then in the order of kinds, then the smaller change. */
  helps: z.array(Help),
  facts: z.array(AskedFact),
});

export const SchoolNeeds = z.object({
  run: z
    .object({
      id: z.string(),
      finishedAt: z.iso.datetime().optional(),
    })
    .nullable(),
  /** Most frequent first. */
  items: z.array(SchoolNeed),
  /** Of the school in all; null where hidden. */
  students: z.int().nullable(),
  /** From how many students on a row is told, and when they were counted; absent where all is told, as of now. */
  threshold: z.int().optional(),
  countedOn: z.iso.date().optional(),
});

export const WhyNot = z.object({
  pair: ShownPair,
  weighting: Weighting,
  offers: z.record(z.string(), OfferView),
});

export const WhatHelps = z.object({
  help: WhatWouldHelp,
  offers: z.record(z.string(), OfferView),
});

export const MatchPreview = z.object({
  weighting: Weighting,
  wishes: z.array(WishMatches),
  offers: z.record(z.string(), OfferView),
});
