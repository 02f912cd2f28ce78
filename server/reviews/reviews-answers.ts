import { z } from 'zod';
import { Role } from '../../core/accounts/role.ts';
import { DUE_STATES } from '../../core/reviews/review-due.ts';
import { StudentHeading } from '../students/students-answers.ts';

export const ReviewDue = z.object({
  state: z.enum(DUE_STATES),
  /** Until which day it is due; of an overdue one, the day until which the oldest was. */
  by: z.string().optional(),
  /** Months that have gone by without one since the last. */
  missed: z.number(),
});

/** One student in the list of whom to review. */
export const ReviewLine = z.object({
  id: z.string(),
  schoolId: z.string(),
  localId: z.string(),
  grade: z.number(),
  name: z.string().nullable(),
  due: ReviewDue,
  /** Month of the last review. */
  last: z.string().nullable(),
  /** Whether somebody should look after the student; false where the asker may not know. */
  falling: z.boolean(),
});

/** Why somebody should look: reviews that were worse than the one before, so many in a row · an answer that is much lower than the time before · an answer that is low by itself. */
export const FallSign = z.union([
  z.object({
    kind: z.literal('in-a-row'),
    count: z.int(),
  }),
  z.object({
    kind: z.literal('drop'),
    question: z.string(),
    from: z.number(),
    to: z.number(),
  }),
  z.object({
    kind: z.literal('low'),
    question: z.string(),
    answer: z.number(),
  }),
]);

/** A review as it is told; without what was said to who may only know that it was. */
export const ReviewView = z.object({
  who: z.object({
    name: z.string(),
    as: Role,
  }),
  /** Whether the asker may answer anew, and take back what was answered last. */
  mine: z.boolean(),
  undo: z.boolean(),
  answers: z.record(z.string(), z.number().nullable()).optional(),
  note: z.string().optional(),
  signs: z.array(FallSign).optional(),
  followUp: z
    .object({
      at: z.iso.datetime(),
      name: z.string(),
      note: z.string(),
    })
    .optional(),
  /** Moment of the last change of the answers, by which account, and as what to the student. */
  at: z.iso.datetime(),
  /** How often it was changed: a change is made to the one that was read, or not at all. */
  version: z.int(),
  /** "YYYY-MM" by the district's calendar: there is one a month. */
  month: z.string(),
});

/** All reviews of a student, and how this month's stands. */
export const ReviewsView = z.object({
  student: StudentHeading,
  /** This month, "YYYY-MM". */
  month: z.string(),
  due: ReviewDue,
  /** The oldest first. */
  reviews: z.array(ReviewView),
  questions: z.object({
    questions: z.array(
      z.object({
        id: z.string(),
        ask: z.object({
          en: z.string(),
          es: z.string(),
        }),
        /** Where there is little room: in tables. */
        short: z.object({
          en: z.string(),
          es: z.string(),
        }),
      }),
    ),
    /** In words; they are drawn, too. */
    faces: z.array(
      z.object({
        en: z.string(),
        es: z.string(),
      }),
    ),
  }),
  may: z.object({
    answer: z.boolean(),
    follow: z.boolean(),
  }),
});

export const ReviewList = z.object({
  schools: z.record(z.string(), z.string()),
  items: z.array(ReviewLine),
  total: z.int(),
  counts: z.object({
    open: z.int(),
    done: z.int(),
    all: z.int(),
    falling: z.int(),
    overdue: z.int(),
  }),
});
