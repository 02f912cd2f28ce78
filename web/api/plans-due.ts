import { get } from './request.ts';

export interface PlanDue {
  id: string;
  schoolId: string;
  localId: string;
  grade: number;
  name: string | null;
  signs: { attribute: string; value: string }[];
  hasPlan: boolean;
}

export interface PlansDue {
  items: PlanDue[];
  total: number;
  without: number;
  known: boolean;
  /** Names by id. */
  schools: Record<string, string>;
}

/** How many of a school's students should have a plan, as far as it may be told. */
export interface SchoolPlans {
  students: number | null;
  shouldHave: number | null;
  share: number | null;
  over: boolean | null;
  schoolShare: number;
}

export function loadPlansDue(school: string | undefined, signal?: AbortSignal): Promise<PlansDue> {
  return get<PlansDue>('/opportunity-plans/due', { school }, signal);
}

export function loadSchoolPlans(schoolId: string, signal?: AbortSignal): Promise<SchoolPlans> {
  return get<SchoolPlans>(`/schools/${schoolId}/opportunity-plans`, {}, signal);
}
