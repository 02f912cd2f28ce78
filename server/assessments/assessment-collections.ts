import type { ActionFacts, ActionState } from '../../core/assessments/action.ts';
import type { GoalFacts } from '../../core/assessments/goal.ts';
import type { AssessmentQuestion } from '../../core/assessments/question-list.ts';
import type { Rating } from '../../core/assessments/rating.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** One rating, never changed. Its place is a school or a district. */
export interface RatingRecord extends Rating {
  /** Place, year, question and number: two people who rate at once cannot both make the next one. */
  id: string;
  placeId: string;
  accountId: string;
  at: string;
}

/** One saving of a district's questions. It is never changed: the newest one holds. */
export interface QuestionsVersion {
  /** `${districtId}:${number}` */
  id: string;
  districtId: string;
  /** Counts up from 1 within the district; 0 stands for what data/assessments says. */
  number: number;
  questions: AssessmentQuestion[];
  /** Why, in the words of who saved it. */
  note?: string;
  accountId: string;
  savedAt: string;
}

export interface GoalRecord extends GoalFacts {
  id: string;
  districtId: string;
  version: number;
  /** It counts no more, and can be taken up again. */
  dropped: boolean;
}

/** What happened to an action, with its day and who does it as they were then. */
export interface ActionEvent extends Pick<ActionFacts, 'owner' | 'dueOn'> {
  at: string;
  by: string;
  state: ActionState;
}

export interface ActionRecord extends ActionFacts {
  id: string;
  placeId: string;
  state: ActionState;
  version: number;
  history: ActionEvent[];
}

export const assessmentRatings: CollectionSpec = {
  name: 'assessment_ratings',
  indexes: [[{ placeId: 1, year: 1 }]],
};
export const assessmentQuestions: CollectionSpec = {
  name: 'assessment_questions',
  indexes: [[{ districtId: 1, number: -1 }]],
};
export const assessmentGoals: CollectionSpec = {
  name: 'assessment_goals',
  indexes: [[{ districtId: 1, year: 1 }]],
};
export const assessmentActions: CollectionSpec = {
  name: 'assessment_actions',
  indexes: [[{ placeId: 1, year: 1 }], [{ state: 1, dueOn: 1 }]],
};

export const assessmentCollections: readonly CollectionSpec[] = [
  assessmentRatings,
  assessmentQuestions,
  assessmentGoals,
  assessmentActions,
];
