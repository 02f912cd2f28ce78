import type { OfferView } from '../../core/directory/offer-view.ts';
import type { WishMatches } from '../../core/matching/match.ts';
import type { School } from '../../core/schools/school.ts';
import type { Interest, Need, Student } from '../../core/students/student.ts';
import type { PagedList } from './list.ts';
import { get, patch } from './request.ts';

export interface StudentLine {
  id: string;
  localId: string;
  grade: number;
  languages: string[];
  needs: Need[];
  interests: Interest[];
  matchedNeeds: number;
  unmetNeeds: number;
}

export interface StudentPage {
  student: Student;
  school: School;
}

export interface StudentMatchesPage {
  studentId: string;
  run: { id: string; number: number; finishedAt: string } | null;
  /** The student or the directory changed since the run. */
  stale: boolean;
  wishes: WishMatches[];
  offers: Record<string, OfferView>;
}

export type StudentChange = Partial<
  Pick<Student, 'needs' | 'interests' | 'freeTimes' | 'travelModes' | 'languages'>
>;

export function loadStudents(
  query: { school?: string; q?: string; page?: number },
  signal?: AbortSignal,
): Promise<PagedList<StudentLine>> {
  return get<PagedList<StudentLine>>('/students', query, signal);
}

export function loadStudent(id: string, signal?: AbortSignal): Promise<StudentPage> {
  return get<StudentPage>(`/students/${id}`, {}, signal);
}

export function changeStudent(id: string, change: StudentChange): Promise<Student> {
  return patch<Student>(`/students/${id}`, change);
}

export function loadMatches(id: string, signal?: AbortSignal): Promise<StudentMatchesPage> {
  return get<StudentMatchesPage>(`/students/${id}/matches`, {}, signal);
}
