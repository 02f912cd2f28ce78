import type { AnswerByCode, AnsweredBy, AnswerSent } from '../../core/surveys/answer.ts';
import type { SurveyResults } from '../../core/surveys/count-answers.ts';
import type { QuestionBank } from '../../core/surveys/question-bank.ts';
import type { Survey, SurveyDraft, SurveyState } from '../../core/surveys/survey.ts';
import type { List } from './list.ts';
import { get, post, put, remove } from './request.ts';

/** What whoever has the code sees. */
export interface SurveyForm extends Omit<SurveyDraft, 'schoolIds' | 'term'> {
  school: string;
  state: SurveyState;
}

export interface SurveyView extends Survey {
  state: SurveyState;
  answersFrom: number | null;
  threshold: number;
  results?: SurveyResults;
}

export interface NamedAnswer {
  id: string;
  schoolId: string;
  day: string;
  by: AnsweredBy;
  needs: string[];
}

export interface AnswerTexts {
  questionId: string;
  schoolIds: string[];
  texts: string[];
}

export function lookAtForm(code: string): Promise<SurveyForm> {
  return post('/survey-forms/look', { code });
}

export function sendAnswer(answer: AnswerByCode): Promise<void> {
  return post('/survey-answers', answer);
}

export async function loadBank(): Promise<QuestionBank[]> {
  return (await get<List<QuestionBank>>('/survey-bank')).items;
}

export function loadSurveys(signal?: AbortSignal): Promise<List<SurveyView>> {
  return get('/surveys', {}, signal);
}

export function loadSurvey(id: string, signal?: AbortSignal): Promise<SurveyView> {
  return get(`/surveys/${id}`, {}, signal);
}

export function createSurvey(draft: SurveyDraft): Promise<SurveyView> {
  return post('/surveys', draft);
}

export function changeSurvey(id: string, version: number, draft: SurveyDraft): Promise<SurveyView> {
  return put(`/surveys/${id}`, { version, draft });
}

export function deleteSurvey(id: string): Promise<void> {
  return remove(`/surveys/${id}`);
}

export function openSurvey(id: string, version: number): Promise<SurveyView> {
  return post(`/surveys/${id}/open`, { version });
}

export function countSurvey(id: string): Promise<SurveyView> {
  return post(`/surveys/${id}/count`);
}

export function enterSheet(id: string, sheet: AnswerSent & { schoolId: string }): Promise<void> {
  return post(`/surveys/${id}/answers`, sheet);
}

export function loadTexts(id: string, signal?: AbortSignal): Promise<List<AnswerTexts>> {
  return get(`/surveys/${id}/texts`, {}, signal);
}

export function loadNamed(id: string, signal?: AbortSignal): Promise<List<NamedAnswer>> {
  return get(`/surveys/${id}/named`, {}, signal);
}

export function settleAnswer(id: string, studentId: string): Promise<void> {
  return post(`/survey-answers/${id}/settle`, { studentId });
}

export function leaveAnswer(id: string): Promise<void> {
  return post(`/survey-answers/${id}/leave`);
}
