import type { EligibilityWords } from '../../core/eligibility/eligibility-words.ts';
import { get } from './request.ts';

export function loadEligibilityWords(signal?: AbortSignal): Promise<EligibilityWords> {
  return get<EligibilityWords>('/eligibility-words', {}, signal);
}
