import type { Capacity } from '../../core/directory/service.ts';
import type { Suggestion, SuggestionState } from '../../core/verification/suggestion.ts';
import type { Verified } from '../../core/verification/verified.ts';
import type { Named } from './agreements.ts';
import { get, post } from './request.ts';

export interface VerifiableService extends Named {
  organization: Named;
  verified: Verified | null;
  capacity: Capacity | null;
  due: boolean;
}

export interface VerificationQueue {
  total: number;
  due: number;
  freshDays: number;
  items: VerifiableService[];
}

export type ListedSuggestion = Omit<Suggestion, 'organizationId' | 'answeredBy'> & { serviceName: string };

export interface SuggestionList {
  items: ListedSuggestion[];
}

export function loadVerifications(signal?: AbortSignal): Promise<VerificationQueue> {
  return get('/verifications', {}, signal);
}

export function sayStillRight(serviceId: string): Promise<VerificationQueue> {
  return post(`/services/${serviceId}/verifications`, { what: 'right' });
}

export function sayChanged(serviceId: string, note: string): Promise<VerificationQueue> {
  return post(`/services/${serviceId}/verifications`, { what: 'changed', note });
}

export function loadSuggestions(signal?: AbortSignal): Promise<SuggestionList> {
  return get('/suggestions', {}, signal);
}

export function answerSuggestion(id: string, state: SuggestionState, answer: string): Promise<void> {
  return post(`/suggestions/${id}/answer`, { state, answer });
}

export function giveSuggestion(serviceId: string, text: string): Promise<{ token: string }> {
  return post(`/services/${serviceId}/suggestions`, { text });
}

export function lookSuggestion(
  token: string,
): Promise<Pick<Suggestion, 'serviceId' | 'text' | 'at' | 'state' | 'answer' | 'answeredAt'>> {
  return post('/suggestions/look', { token });
}
