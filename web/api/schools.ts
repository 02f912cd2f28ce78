import type { School } from '../../core/schools/school.ts';
import type { SchoolPage } from '../../core/schools/school-page.ts';
import type { TravelMode } from '../../core/travel/travel.ts';
import type { List } from './list.ts';
import { get } from './request.ts';

export type { SchoolDomain, SchoolPage } from '../../core/schools/school-page.ts';

/** Null figures are hidden: they are about too few students. */
export interface SchoolNeed {
  term: string;
  students: number | null;
  urgent: number | null;
  matched: number | null;
  unmet: number | null;
}

export interface SchoolNeeds {
  items: SchoolNeed[];
  students: number | null;
  /** Where small numbers are hidden: from how many students on a row is told, and when they were counted. */
  threshold?: number;
  countedOn?: string;
  run: { id: string; finishedAt: string } | null;
}

export async function loadSchools(signal?: AbortSignal): Promise<School[]> {
  return (await get<List<School>>('/schools', {}, signal)).items;
}

export function loadSchool(
  id: string,
  reach: { minutes?: number; mode?: TravelMode } = {},
  signal?: AbortSignal,
): Promise<SchoolPage> {
  return get<SchoolPage>(`/schools/${id}`, { ...reach }, signal);
}

export function loadSchoolNeeds(id: string, signal?: AbortSignal): Promise<SchoolNeeds> {
  return get<SchoolNeeds>(`/schools/${id}/needs`, {}, signal);
}
