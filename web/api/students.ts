import type { OfferView } from '../../core/directory/offer-view.ts';
import type { WishMatches } from '../../core/matching/match.ts';
import type { Weighting } from '../../core/matching/weighting.ts';
import type { School } from '../../core/schools/school.ts';
import type { Interest, Need } from '../../core/students/student.ts';
import type { NamedStudent, StudentName } from '../../core/students/student-identity.ts';
import type { PagedList } from './list.ts';
import { addressOf, get, patch, post, remove } from './request.ts';

export interface StudentLine {
  id: string;
  name: StudentName | null;
  localId: string;
  grade: number;
  languages: string[];
  needs: Need[];
  interests: Interest[];
  matchedNeeds: number;
  unmetNeeds: number;
}

export interface StudentPage {
  student: NamedStudent;
  school: School;
}

export interface StudentMatchesPage {
  studentId: string;
  run: { id: string; number: number; finishedAt: string } | null;
  /** The student or the weights changed since the run. */
  stale: boolean;
  /** By which the scores came about. */
  weighting: Weighting;
  wishes: WishMatches[];
  offers: Record<string, OfferView>;
}

export type StudentChange = Partial<
  Pick<
    NamedStudent,
    'needs' | 'interests' | 'freeTimes' | 'travelModes' | 'languages' | 'contacts' | 'notes' | 'circumstances'
  >
>;

/** What is typed about a student travels in the body: addresses are written down on their way. */
export function searchStudents(search: {
  school?: string;
  q?: string;
  /** Those who have left, in place of those who are here. */
  left?: boolean;
  page?: number;
}): Promise<PagedList<StudentLine>> {
  return post<PagedList<StudentLine>>('/students/search', search);
}

/** Where the list of a school's students can be fetched, without names and numbers. */
export function studentsFile(schoolId: string): string {
  return addressOf(`/schools/${schoolId}/students.csv`);
}

export function loadStudent(id: string, signal?: AbortSignal): Promise<StudentPage> {
  return get<StudentPage>(`/students/${id}`, {}, signal);
}

export function changeStudent(id: string, change: StudentChange): Promise<NamedStudent> {
  return patch<NamedStudent>(`/students/${id}`, change);
}

/** For good. The number is the student's, typed by whoever does it. */
export function forgetStudent(id: string, number: string): Promise<{ removed: Record<string, number> }> {
  return remove(`/students/${id}`, { number });
}

export function loadMatches(id: string, signal?: AbortSignal): Promise<StudentMatchesPage> {
  return get<StudentMatchesPage>(`/students/${id}/matches`, {}, signal);
}
