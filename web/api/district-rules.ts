import type { ClosedDays } from '../../core/district/closed-days.ts';
import type { ShareBand } from '../../core/opportunity-plan/preview-share.ts';
import type { OwnPlanRules } from '../../core/opportunity-plan/should-have-plan.ts';
import { get, post, put } from './request.ts';

/** What a district says for itself: the first version holds, without any the standard does. */
export interface RulesPage<R> {
  districtId: string;
  standard: R;
  /** Newest first. */
  versions: { number: number; rules: R; note?: string; savedAt: string; by: string | null }[];
}

export interface RulesChange<R> {
  districtId: string;
  rules: R;
  note?: string;
  basedOn: number;
}

/** One kind of rules, as it is loaded and saved. */
export interface RulesApi<R> {
  key: string;
  load(signal?: AbortSignal): Promise<RulesPage<R>>;
  save(change: RulesChange<R>): Promise<RulesPage<R>>;
}

export const closedDaysApi: RulesApi<ClosedDays> = {
  key: 'closed days',
  load: (signal) => get('/closed-days', {}, signal),
  save: (change) => put('/closed-days', change),
};

export const planRulesApi: RulesApi<OwnPlanRules> = {
  key: 'opportunity plan rules',
  load: (signal) => get('/opportunity-plan-rules', {}, signal),
  save: (change) => put('/opportunity-plan-rules', change),
};

export function previewPlanRules(
  districtId: string,
  rules: OwnPlanRules,
): Promise<{ band: ShareBand | null }> {
  return post('/opportunity-plan-rules/preview', { districtId, rules });
}
