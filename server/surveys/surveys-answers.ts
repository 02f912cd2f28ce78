import { z } from 'zod';
import { AnsweredBy } from '../../core/surveys/answer.ts';
import { SurveyQuestion } from '../../core/surveys/question.ts';
import { Audience } from '../../core/surveys/question-bank.ts';
import { SurveyLanguage, Words } from '../../core/surveys/words.ts';
import { listOf } from '../http/list-of.ts';

/** Where a survey stands on a day: being written; opened for a day that is to come; taking answers; over, while sheets of paper and answers that waited on a tablet still come in; counted. */
export const SurveyState = z.enum(['draft', 'ended', 'open', 'ready', 'counted']);

/** A survey as it is kept. */
export const Survey = z.object({
  id: z.string(),
  districtId: z.string(),
  /** Counts up from 1 with every saving. */
  version: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** From then on its questions stay as they are. */
  openedAt: z.iso.datetime().optional(),
  /** From then on no answer is taken, and there are results. */
  countedAt: z.iso.datetime().optional(),
  /** By each school's own code its people answer. */
  links: z.array(
    z.object({
      schoolId: z.string(),
      code: z.string(),
    }),
  ),
  title: Words,
  audience: Audience,
  schoolIds: z.array(z.string()),
  /** The school's term, as people say it: "Fall 2026". */
  term: z.string(),
  languages: z.array(SurveyLanguage),
  /** Whether those who answer say who they are. */
  named: z.boolean(),
  /** The first and the last day, by the district's calendar. */
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  questions: z.array(SurveyQuestion),
  /** Why it is asked, and what becomes of the answers. */
  intro: Words.optional(),
});

/** How often each choice was made; null where that is hidden. */
const QuestionCounts = z.object({
  id: z.string(),
  counts: z.record(z.string(), z.int().nullable()),
  /** Answers in words, from the threshold on. */
  texts: z.int().nullable(),
});

/** Schools that are told together: one, or several that are too small alone. */
const ResultGroup = z.object({
  schoolIds: z.array(z.string()),
  /** In whole tens, below: "40 or more". Null: fewer than the threshold. */
  answersFrom: z.int().nullable(),
  questions: z.array(QuestionCounts),
});

/** A survey as it is shown: codes and counts of the schools that one may see. */
export const SurveyView = Survey.extend({
  state: SurveyState,
  /** How many have answered, in whole tens, below; null: too few to say. */
  answersFrom: z.int().nullable(),
  threshold: z.int(),
  /** Once it has been counted. */
  results: z.object({ threshold: z.int(), groups: z.array(ResultGroup) }).optional(),
});

/** What people wrote to one question at some schools. */
export const AnswerTexts = z.object({
  questionId: z.string(),
  schoolIds: z.array(z.string()),
  texts: z.array(z.string()),
});

export const SurveyForm = z.object({
  school: z.string(),
  state: SurveyState,
  title: Words,
  intro: Words.optional(),
  audience: Audience,
  languages: z.array(SurveyLanguage),
  named: z.boolean(),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  questions: z.array(SurveyQuestion),
});

export const NamedAnswers = listOf(
  z.object({
    id: z.string(),
    schoolId: z.string(),
    day: z.iso.date(),
    by: AnsweredBy,
    needs: z.array(z.string()),
  }),
);
