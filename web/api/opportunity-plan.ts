import type { Role } from '../../core/accounts/role.ts';
import type { FieldState } from '../../core/opportunity-plan/fold-changes.ts';
import type { RecordedEdit, Written } from '../../core/opportunity-plan/plan-change.ts';
import type { PlanValue } from '../../core/opportunity-plan/plan-value.ts';
import type { ReferralState } from '../../core/referrals/referral-state.ts';
import type { StudentHeading } from '../../core/students/student-heading.ts';
import { get, patch, post } from './request.ts';

/** What somebody wants a field to be, and which version of it they saw. */
export interface PlanEdit {
  field: string;
  saw: number;
  to: PlanValue;
}

export interface PlanPerson {
  name: string;
  as: Role;
}

export interface PlanReferral {
  state: ReferralState;
  term: string;
  offerId: string;
  serviceName: string;
  /** It ended with what was asked for. */
  succeeded: boolean;
}

export interface PlanPage {
  student: StudentHeading;
  number: number;
  fields: Record<string, FieldState>;
  /** Who wrote, by the number of the change. */
  people: Record<number, PlanPerson>;
  offers: Record<string, { serviceId: string; serviceName: string }>;
  /** What steps have become, and what they may be tied to, the newest first. */
  referrals: Record<string, PlanReferral>;
  may: { progress: boolean; steer: boolean; change: boolean; undo: boolean };
}

export interface HistoryEdit {
  field: string;
  kind: RecordedEdit['kind'];
  from: PlanValue;
  to: PlanValue;
}

export interface HistoryEntry extends Written {
  as: Role;
  edits: HistoryEdit[];
  undoes?: number;
}

export interface PlanHistory {
  items: HistoryEntry[];
  next: number | null;
  people: Record<number, PlanPerson>;
}

export function loadPlan(studentId: string, signal?: AbortSignal): Promise<PlanPage> {
  return get<PlanPage>(`/students/${studentId}/opportunity-plan`, {}, signal);
}

export function editPlan(
  studentId: string,
  edits: readonly PlanEdit[],
): Promise<PlanPage & { beside: string[] }> {
  return patch(`/students/${studentId}/opportunity-plan`, { edits });
}

export function undoChange(studentId: string, number: number): Promise<PlanPage> {
  return post<PlanPage>(`/students/${studentId}/opportunity-plan/undo`, { number });
}

export function addPlanStep(studentId: string, offerId: string): Promise<{ added: boolean }> {
  return post(`/students/${studentId}/opportunity-plan/steps`, { offerId });
}

export function loadPlanHistory(
  studentId: string,
  before: number | null,
  signal?: AbortSignal,
): Promise<PlanHistory> {
  return get<PlanHistory>(`/students/${studentId}/opportunity-plan/history`, { before }, signal);
}
