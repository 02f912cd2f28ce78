import type { Conference, ConferenceEdit } from '../../core/conferences/conference.ts';
import type { Step } from '../../core/opportunity-plan/plan-of.ts';
import { get, patch, post, put, remove } from './request.ts';

export interface ConferencePage extends Omit<Conference, 'studentId' | 'by' | 'steps'> {
  student: { id: string; school: string; number: string; grade: number; name: string | null };
  /** As they are in the plan now; of one that was taken out there the words of that day. */
  steps: (Pick<Step, 'id' | 'text'> & Partial<Step>)[];
  goals: { id: string; text: string }[];
  may: { hold: boolean };
}

export interface ConferenceList {
  items: { id: string; day: string }[];
  /** By the district's calendar. */
  today: string;
  may: { hold: boolean };
}

/** A next step; what is not given is left open. */
export interface AgreedStep {
  id: string;
  text: string;
  helper?: string;
  by?: string;
  goal?: string;
}

export function loadConferences(studentId: string, signal?: AbortSignal): Promise<ConferenceList> {
  return get<ConferenceList>(`/students/${studentId}/conferences`, {}, signal);
}

export function beginConference(studentId: string, day: string): Promise<{ id: string }> {
  return post<{ id: string }>(`/students/${studentId}/conferences`, { day });
}

export function loadConference(id: string, signal?: AbortSignal): Promise<ConferencePage> {
  return get<ConferencePage>(`/conferences/${id}`, {}, signal);
}

export function editConference(id: string, edit: ConferenceEdit): Promise<ConferencePage> {
  return patch<ConferencePage>(`/conferences/${id}`, edit);
}

export function moveConference(id: string, day: string): Promise<ConferencePage> {
  return put<ConferencePage>(`/conferences/${id}/day`, { day });
}

export function agreeOnStep(id: string, step: AgreedStep): Promise<ConferencePage> {
  return post<ConferencePage>(`/conferences/${id}/steps`, step);
}

export function removeConference(id: string): Promise<void> {
  return remove<void>(`/conferences/${id}`);
}
