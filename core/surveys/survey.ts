import { z } from 'zod';
import { isSaidIn, SurveyQuestion } from './question.ts';
import { Audience } from './question-bank.ts';
import { SurveyLanguage, Words } from './words.ts';

export const MOST_QUESTIONS = 60;

/** What people write down; the rest of a survey is the server's. */
export const SurveyDraft = z
  .strictObject({
    title: Words,
    /** Why it is asked, and what becomes of the answers. */
    intro: Words.optional(),
    audience: Audience,
    schoolIds: z.array(z.string().min(1).max(100)).min(1).max(500),
    /** The school's term, as people say it: "Fall 2026". */
    term: z.string().trim().min(1).max(60),
    languages: z.array(SurveyLanguage).min(1),
    /** Whether those who answer say who they are. */
    named: z.boolean(),
    /** The first and the last day, by the district's calendar. */
    opensOn: z.iso.date(),
    closesOn: z.iso.date(),
    questions: z.array(SurveyQuestion).max(MOST_QUESTIONS),
  })
  .superRefine(({ opensOn, closesOn, languages, title, questions, schoolIds }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (closesOn < opensOn) refuse(['closesOn'], 'ends before it begins');
    if (new Set(schoolIds).size < schoolIds.length) refuse(['schoolIds'], 'one school stands there twice');
    const ids = questions.map(({ id }) => id);
    for (const [at, question] of questions.entries()) {
      if (ids.indexOf(question.id) < at) refuse(['questions', at], 'this question stands there already');
      for (const language of languages)
        if (!isSaidIn(question, language)) refuse(['questions', at], `is not written in ${language}`);
    }
    for (const language of languages)
      if (title[language] === undefined) refuse(['title'], `is not written in ${language}`);
  });
export type SurveyDraft = z.infer<typeof SurveyDraft>;

/** A survey as it is kept. */
export interface Survey extends SurveyDraft {
  id: string;
  districtId: string;
  /** Counts up from 1 with every saving. */
  version: number;
  createdAt: string;
  changedAt: string;
  /** From then on its questions stay as they are. */
  openedAt?: string;
  /** From then on no answer is taken, and there are results. */
  countedAt?: string;
  /** By each school's own code its people answer. */
  links: { schoolId: string; code: string }[];
}

/**
 * Where a survey stands on a day: being written; opened for a day that is to come; taking answers; over, while sheets
 * of paper and answers that waited on a tablet still come in; counted.
 */
export type SurveyState = 'draft' | 'ready' | 'open' | 'ended' | 'counted';

export function surveyState(
  { openedAt, countedAt, opensOn, closesOn }: Pick<Survey, 'openedAt' | 'countedAt' | 'opensOn' | 'closesOn'>,
  today: string,
): SurveyState {
  if (countedAt !== undefined) return 'counted';
  if (openedAt === undefined) return 'draft';
  if (today < opensOn) return 'ready';
  return today <= closesOn ? 'open' : 'ended';
}
