import type { Position } from '../../core/geo/point.ts';
import type { JobView } from '../../core/jobs/job.ts';
import type { PlanComparison } from '../../core/placement/compare-plans.ts';
import type {
  FairnessGroup,
  PlanChange,
  PlanFairness,
  PlanParams,
  PlanRow,
  PlanSummary,
  RefusalReason,
} from '../../core/placement/plan.ts';
import type { DomainId, Label } from '../../core/taxonomy/term.ts';
import { JOB_PATHS } from './jobs.ts';
import { addressOf, get, post } from './request.ts';

/** A partner's offer as plans name it. What may not be on a map has no point. */
export interface PlanOffer {
  id: string;
  serviceId: string;
  name: string;
  organizationName: string;
  locationName: string;
  point?: Position;
  domain: DomainId | null;
}

export interface PlanSchool {
  id: string;
  name: string;
  point?: Position;
}

/** What the rows of a plan point at. */
export interface PlanPlaces {
  offers: Readonly<Record<string, PlanOffer>>;
  schools: Readonly<Record<string, PlanSchool>>;
}

export interface PlanRows extends PlanPlaces {
  rows: PlanRow[];
}

/** Two plans and what differs between them. */
export interface ComparedPlans extends PlanPlaces, Omit<PlanComparison, 'differences'> {
  rows: PlanComparison['differences'];
  a: PlanSummary;
  b: PlanSummary;
}

export interface PlanDecision {
  rows: readonly string[] | 'all';
  decision: 'accept' | 'refuse' | 'reopen';
  reason?: RefusalReason;
  note?: string;
}

export function startPlan(params: PlanParams): Promise<JobView> {
  return post<JobView>(JOB_PATHS.plan, params);
}

export function loadPlanSummary(id: string, signal?: AbortSignal): Promise<PlanSummary> {
  return get<PlanSummary>(`${JOB_PATHS.plan}/${id}/summary`, {}, signal);
}

export function loadPlanRows(id: string, signal?: AbortSignal): Promise<PlanRows> {
  return get<PlanRows>(`${JOB_PATHS.plan}/${id}/rows`, {}, signal);
}

export function decideOnPlan(id: string, decision: PlanDecision): Promise<PlanChange> {
  return post<PlanChange>(`${JOB_PATHS.plan}/${id}/decisions`, decision);
}

export function keepTogether(
  id: string,
  rows: readonly [string, string],
  together: boolean,
): Promise<PlanChange> {
  return post<PlanChange>(`${JOB_PATHS.plan}/${id}/together`, { rows, together });
}

export function undoOnPlan(id: string): Promise<PlanChange> {
  return post<PlanChange>(`${JOB_PATHS.plan}/${id}/undo`);
}

export function loadFairness(id: string, by: FairnessGroup, signal?: AbortSignal): Promise<PlanFairness> {
  return get<PlanFairness>(`${JOB_PATHS.plan}/${id}/fairness`, { by }, signal);
}

export function comparePlans(id: string, other: string, signal?: AbortSignal): Promise<ComparedPlans> {
  return get<ComparedPlans>(`${JOB_PATHS.plan}/${id}/compare/${other}`, {}, signal);
}

/** Where the table of a plan can be fetched, without names. */
export function planFile(id: string): string {
  return addressOf(`${JOB_PATHS.plan}/${id}.csv`);
}

/** A way of putting students into groups, as data/placement/groups.json names it. */
export interface PlanGrouping {
  id: FairnessGroup;
  label: Label;
}

export async function loadGroupings(signal?: AbortSignal): Promise<PlanGrouping[]> {
  return (await get<{ items: PlanGrouping[] }>('/groupings', {}, signal)).items;
}
