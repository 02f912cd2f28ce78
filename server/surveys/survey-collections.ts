import type { AnswerParts } from '../../core/surveys/answer.ts';
import type { SurveyResults } from '../../core/surveys/count-answers.ts';
import type { Survey } from '../../core/surveys/survey.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** A survey; its results once it has been counted: only what may be told of them. */
export interface SurveyRecord extends Omit<Survey, 'links'> {
  results?: SurveyResults;
}

/** The code by which the people of one school answer: it opens the questions, and no answer. */
export interface SurveyLinkRecord {
  /** The code. */
  id: string;
  surveyId: string;
  schoolId: string;
}

/** One answer. No account, no address, no time of day; its id was made where it was written. */
export interface SurveyAnswerRecord extends Pick<AnswerParts, 'choices'> {
  id: string;
  surveyId: string;
  schoolId: string;
  via: 'link' | 'paper';
  /** By the district's calendar. */
  day: string;
  /** Questions that were answered in words, and the words: people write names. Sealed with the ring. */
  textIds: string[];
  sealedTexts?: string;
  /** Who answered, until somebody has put the needs into a student's record: no student is known yet. Sealed with the ring. */
  sealedBy?: string;
}

export const surveys: CollectionSpec = { name: 'surveys', indexes: [[{ changedAt: -1 }]] };
export const surveyLinks: CollectionSpec = { name: 'survey_links', indexes: [[{ surveyId: 1 }]] };
export const surveyAnswers: CollectionSpec = {
  name: 'survey_answers',
  indexes: [[{ surveyId: 1, schoolId: 1 }], [{ day: 1 }]],
};

export const surveyCollections: readonly CollectionSpec[] = [surveys, surveyLinks, surveyAnswers];
