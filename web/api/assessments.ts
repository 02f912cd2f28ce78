import type { ActionFacts, ActionState } from '../../core/assessments/action.ts';
import type { Level, LevelWords, outlineOf } from '../../core/assessments/framework.ts';
import type { GoalFacts, GoalState } from '../../core/assessments/goal.ts';
import type { GroupFigure } from '../../core/assessments/group-figures.ts';
import type { LiveFigure } from '../../core/assessments/live-figure.ts';
import type { AssessmentQuestion } from '../../core/assessments/question-list.ts';
import type { Rating, RatingGiven } from '../../core/assessments/rating.ts';
import { get, post, put } from './request.ts';

export type FrameworkOutline = ReturnType<typeof outlineOf>[number];

/** A school, or a district as a whole. */
export interface Place {
  id: string;
  kind: 'district' | 'school';
  name: string;
  districtId: string;
}

/** What all pages about assessments need to say a figure. */
export interface Frame {
  year: number;
  presentYear: number;
  yearChoices: number[];
  levels: LevelWords[];
  frameworks: FrameworkOutline[];
}

export interface Goal extends GoalFacts {
  id: string;
  version: number;
  dropped: boolean;
}

export interface AssessmentRow {
  place: Place;
  groups: GroupFigure[];
  goals: { id: string; state: GoalState }[];
  /** Actions that are open, and of them those whose day is past. */
  open: number;
  overdue: number;
}

export interface AssessmentList extends Frame {
  items: AssessmentRow[];
  districts: { id: string; mayLead: boolean; questions: AssessmentQuestion[]; goals: Goal[] }[];
}

/** The newest comes first and holds. `by` is an account's name; null where it has gone. */
export type ShownRating = Pick<Rating, 'number' | 'level' | 'evidence' | 'figures' | 'asked'> & {
  at: string;
  by: string | null;
};

export interface ShownQuestion extends AssessmentQuestion {
  lastYear: Level | null;
  ratings: ShownRating[];
}

export interface ShownAction extends ActionFacts {
  id: string;
  state: ActionState;
  version: number;
  history: { at: string; by: string | null; owner: string; dueOn: string; state: ActionState }[];
}

export interface PlaceView {
  place: Place;
  year: number;
  groups: GroupFigure[];
  years: { year: number; groups: GroupFigure[] }[];
  questions: ShownQuestion[];
  goals: (Pick<Goal, 'id' | 'on' | 'target' | 'note'> & { state: GoalState })[];
  actions: ShownAction[];
  figures: LiveFigure[];
}

export interface PlacePage extends PlaceView, Frame {
  mayRate: boolean;
}

export interface ReportPage extends Frame {
  items: PlaceView[];
}

export interface QuestionsPage {
  districtId: string;
  standard: AssessmentQuestion[];
  frameworks: FrameworkOutline[];
  /** Newest first; the first holds, without any the standard does. */
  versions: {
    number: number;
    questions: AssessmentQuestion[];
    note?: string;
    savedAt: string;
    by: string | null;
  }[];
}

export function loadAssessments(year: number | null, signal?: AbortSignal): Promise<AssessmentList> {
  return get('/assessments', { year }, signal);
}

export function loadAssessment(id: string, year: number | null, signal?: AbortSignal): Promise<PlacePage> {
  return get(`/assessments/${id}`, { year }, signal);
}

export function loadAssessmentReport(year: number | null, signal?: AbortSignal): Promise<ReportPage> {
  return get('/assessment-reports', { year }, signal);
}

export function saveRating(id: string, rating: RatingGiven & { basedOn: number }): Promise<PlacePage> {
  return post(`/assessments/${id}/ratings`, rating);
}

export function addAction(id: string, action: ActionFacts): Promise<PlacePage> {
  return post(`/assessments/${id}/actions`, action);
}

export function saveAction({ id, history: _, ...action }: ShownAction): Promise<PlacePage> {
  return put(`/assessment-actions/${id}`, action);
}

export function setGoal(goal: GoalFacts & { districtId: string }): Promise<Goal> {
  return post('/assessment-goals', goal);
}

export function saveGoal({ id, version, target, note, dropped }: Goal): Promise<Goal> {
  return put(`/assessment-goals/${id}`, { version, target, note, dropped });
}

export function loadQuestions(district: string, signal?: AbortSignal): Promise<QuestionsPage> {
  return get('/assessment-questions', { district }, signal);
}

export function saveQuestions(change: {
  districtId: string;
  questions: AssessmentQuestion[];
  note?: string;
  basedOn: number;
}): Promise<QuestionsPage> {
  return put('/assessment-questions', change);
}
