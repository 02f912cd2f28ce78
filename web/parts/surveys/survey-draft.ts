import { utcDay } from '../../../core/schedule/utc-day.ts';
import { isSaidIn, type SurveyQuestion } from '../../../core/surveys/question.ts';
import type { SurveyDraft } from '../../../core/surveys/survey.ts';
import type { Words } from '../../../core/surveys/words.ts';
import type { SurveyView } from '../../api/surveys.ts';

const DAY_MS = 86_400_000;
/** Long enough for a paper to come back with a child. */
const USUAL_DAYS = 14;

/** What stands in the fields when a survey is begun. */
export function newDraft(now: Date, schoolIds: readonly string[]): SurveyDraft {
  const day = (days: number) => utcDay(new Date(now.getTime() + days * DAY_MS));
  return {
    title: {},
    audience: 'families',
    schoolIds: schoolIds.length === 1 ? [...schoolIds] : [],
    term: '',
    languages: ['en', 'es'],
    named: false,
    opensOn: day(0),
    closesOn: day(USUAL_DAYS),
    questions: [],
  };
}

export function draftOf(survey: SurveyView): SurveyDraft {
  const { title, intro, audience, schoolIds, term, languages, named, opensOn, closesOn, questions } = survey;
  const draft = { title, audience, schoolIds, term, languages, named, opensOn, closesOn, questions };
  return intro ? { ...draft, intro } : draft;
}

/** A text in one language; an empty one is none. */
export function withWords(words: Words | undefined, language: 'en' | 'es', text: string): Words {
  const { [language]: _old, ...others } = words ?? {};
  return text.trim() ? { ...others, [language]: text } : others;
}

export const SURVEY_FAULTS = [
  'languages',
  'title',
  'term',
  'opensOn',
  'closesOn',
  'schoolIds',
  'questions',
] as const;
export type SurveyFault = (typeof SURVEY_FAULTS)[number];

/** What the server would refuse, by its field. */
export function surveyFaults(draft: SurveyDraft): SurveyFault[] {
  const { languages, title, term, opensOn, closesOn, schoolIds, questions } = draft;
  const isWrong: Record<SurveyFault, boolean> = {
    languages: languages.length === 0,
    title: languages.some((language) => !title[language]),
    term: !term.trim(),
    opensOn: !opensOn,
    closesOn: !closesOn || closesOn < opensOn,
    schoolIds: schoolIds.length === 0,
    questions: questions.some((question) => languages.some((language) => !isSaidIn(question, language))),
  };
  return SURVEY_FAULTS.filter((fault) => isWrong[fault]);
}

/** What is sent: an introduction without a word is left out. */
export function draftToSend({ intro, ...draft }: SurveyDraft): SurveyDraft {
  return intro && Object.keys(intro).length > 0 ? { ...draft, intro } : draft;
}

/** A question one place further up or down; at the end it stays. */
export function moved(questions: readonly SurveyQuestion[], at: number, by: -1 | 1): SurveyQuestion[] {
  const next = [...questions];
  const [question] = next.splice(at, 1);
  if (question) next.splice(Math.max(0, at + by), 0, question);
  return next;
}
