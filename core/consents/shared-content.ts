import type { ContributionKind } from '../directory/service.ts';
import type { WeeklySpan } from '../schedule/schedule.ts';
import type { Interest, Need } from '../students/student.ts';
import { type NamedStudent, type StudentContact, shownName } from '../students/student-identity.ts';
import { RECORD_CATEGORIES, type RecordCategory } from './record-category.ts';

/** A service of the recipient that fits the student. */
export interface SharedMatch {
  term: string;
  serviceName: string;
  kind: ContributionKind;
}

/** What a recipient reads, by the record that it belongs to: what is not agreed to is not in it. */
export interface SharedContent {
  name?: { name: string; number: string };
  contacts?: Pick<StudentContact, 'name' | 'relation' | 'email' | 'phone' | 'language'>[];
  'grade-and-languages'?: { grade: number; languages: string[] };
  needs?: Pick<Need, 'term' | 'urgency'>[];
  interests?: Interest[];
  'free-times'?: WeeklySpan[];
  matches?: SharedMatch[];
}

/** The student's record as it is handed over: only these records, and of each no more than the form names. */
export function sharedContent(
  student: NamedStudent,
  matches: readonly SharedMatch[],
  records: readonly RecordCategory[],
): SharedContent {
  const whole: Required<SharedContent> = {
    name: { name: student.name ? shownName(student.name) : '', number: student.localId },
    contacts: student.contacts.filter(({ mayConsent }) => mayConsent).map(reachable),
    'grade-and-languages': { grade: student.grade, languages: student.languages },
    needs: student.needs.map(({ term, urgency }) => ({ term, urgency })),
    interests: student.interests.map(({ term, strength }) => ({ term, strength })),
    'free-times': student.freeTimes.map(({ day, from, to }) => ({ day, from, to })),
    matches: [...matches],
  };
  return onlyRecords(whole, records);
}

/** What is left of a content when only these records are open. */
export function onlyRecords(content: SharedContent, records: readonly RecordCategory[]): SharedContent {
  const kept = RECORD_CATEGORIES.filter((record) => records.includes(record) && record in content);
  return Object.fromEntries(kept.map((record) => [record, content[record]]));
}

function reachable({ name, relation, email, phone, language }: StudentContact) {
  return {
    name,
    relation,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(language !== undefined && { language }),
  };
}
