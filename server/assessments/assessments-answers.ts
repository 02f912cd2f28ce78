import { z } from 'zod';
import { ActionState } from '../../core/assessments/action.ts';
import { FigureKind, Level, LevelWords } from '../../core/assessments/framework.ts';
import { AssessmentQuestion, QuestionList } from '../../core/assessments/question-list.ts';
import { Band } from '../../core/privacy/band.ts';
import { Words } from '../../core/surveys/words.ts';

export const Dated = z.object({
  /** The day it is of, "YYYY-MM-DD". */
  asOf: z.iso.date(),
});

/** Organizations with an agreement in force, and of them those whose papers are all there. */
export const PartnersFigure = Dated.extend({
  kind: z.literal('partners'),
  partners: z.int(),
  approved: z.int(),
});

/** Agreements in force, those that end soon, and what was promised in them. */
export const AgreementsFigure = Dated.extend({
  kind: z.literal('agreements'),
  inForce: z.int(),
  ending: z.int(),
  promises: z.int(),
  kept: z.int(),
  late: z.int(),
});

/** Between how many students have a place with a partner; null where that may not be told. */
export const UptakeFigure = Dated.extend({
  kind: z.literal('uptake'),
  band: Band.nullable(),
  threshold: z.int(),
});

/** What most students need and have no match for. Terms with fewer than the threshold are left out. */
export const GapsFigure = Dated.extend({
  kind: z.literal('gaps'),
  terms: z.array(
    z.object({
      term: z.string(),
      unmet: z.int(),
    }),
  ),
  /** Further terms than those. */
  more: z.int(),
  /** Before the first matching nobody knows. */
  matched: z.boolean(),
  threshold: z.int(),
});

/** What Trellis knows today about a place, as evidence beside a rating. All of it may be told to anybody. */
export const LiveFigure = z.union([PartnersFigure, AgreementsFigure, UptakeFigure, GapsFigure]);

/** What is rated: a school, or a district as a whole. */
export const Place = z.object({
  id: z.string(),
  kind: z.enum(['school', 'district']),
  name: z.string(),
  districtId: z.string(),
});

/** Where a place stands in a group of questions. */
export const GroupFigure = z.object({
  group: z.string(),
  /** Questions that are asked, and of them those that are rated. */
  asked: z.int(),
  rated: z.int(),
  /** The mean of the rated ones; null where none is. */
  mean: z.number().nullable(),
});

export const GoalState = z.enum(['met', 'not-yet', 'not-rated']);

/** Words that everybody reads in their own language. */
const InBoth = z.object({ en: z.string(), es: z.string() });

const Framework = z.object({
  id: z.string(),
  name: InBoth,
  groups: z.array(z.object({ id: z.string(), name: InBoth, about: InBoth })),
});

/** What a goal is for: one question, or a group of them. */
const GoalSubject = z.object({ kind: z.enum(['question', 'group']), id: z.string() });

const RatedQuestion = z.object({
  lastYear: Level.nullable(),
  ratings: z.array(
    z.object({
      number: z.int(),
      level: Level.nullable(),
      evidence: z.string(),
      figures: z.array(FigureKind),
      asked: Words,
      at: z.iso.datetime(),
      by: z.string().nullable(),
    }),
  ),
  id: z.string(),
  group: z.string(),
  text: Words,
  figures: z.array(FigureKind),
});

const PlaceGoal = z.object({
  id: z.string(),
  on: GoalSubject,
  target: Level,
  note: z.string(),
  state: GoalState,
});

const PlaceAction = z.object({
  history: z.array(
    z.object({
      by: z.string().nullable(),
      at: z.iso.datetime(),
      state: ActionState,
      owner: z.string(),
      dueOn: z.string(),
    }),
  ),
  id: z.string(),
  state: ActionState,
  version: z.int(),
  year: z.int(),
  /** The question it is to move. */
  question: z.string().nullable(),
  what: z.string(),
  owner: z.string(),
  dueOn: z.string(),
});

/** A place in one year: how it was rated, what it wants to reach and what is done for it. */
const PlaceReport = z.object({
  figures: z.array(LiveFigure),
  place: Place,
  year: z.int(),
  groups: z.array(GroupFigure),
  years: z.array(z.object({ year: z.int(), groups: z.array(GroupFigure) })),
  questions: z.array(RatedQuestion),
  goals: z.array(PlaceGoal),
  actions: z.array(PlaceAction),
});

/** What ratings are read by. */
const RatingWords = z.object({
  presentYear: z.int(),
  yearChoices: z.array(z.int()),
  levels: z.array(LevelWords),
  frameworks: z.array(Framework),
});

export const AssessmentPage = PlaceReport.extend({ ...RatingWords.shape, mayRate: z.boolean() });

export const AssessmentGoal = z.object({
  id: z.string(),
  districtId: z.string(),
  version: z.int(),
  /** It counts no more, and can be taken up again. */
  dropped: z.boolean(),
  year: z.int(),
  on: GoalSubject,
  target: Level,
  note: z.string(),
});

export const AssessmentQuestions = z.object({
  districtId: z.string(),
  standard: QuestionList,
  frameworks: z.array(Framework),
  versions: z.array(
    z.object({
      by: z.string().nullable(),
      /** Counts up from 1 within the district; 0 stands for what data/assessments says. */
      number: z.int(),
      questions: QuestionList,
      /** Why, in the words of who saved it. */
      note: z.string().optional(),
      savedAt: z.iso.datetime(),
    }),
  ),
});

export const AssessmentList = RatingWords.extend({
  items: z.array(
    z.object({
      place: Place,
      groups: z.array(GroupFigure),
      goals: z.array(
        z.object({
          id: z.string(),
          state: GoalState,
        }),
      ),
      open: z.int(),
      overdue: z.int(),
    }),
  ),
  districts: z.array(
    z.object({
      id: z.string(),
      mayLead: z.boolean(),
      questions: z.array(AssessmentQuestion),
      goals: z.array(AssessmentGoal),
    }),
  ),
  year: z.int(),
});

export const AssessmentReports = RatingWords.extend({ items: z.array(PlaceReport), year: z.int() });
