import type { Conference } from '../../core/conferences/conference.ts';
import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import { planOf, type Step } from '../../core/opportunity-plan/plan-of.ts';
import { shownName } from '../../core/students/shown-name.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { readChanges } from '../opportunity-plans/plan-change-store.ts';
import { readSchool } from '../schools/school-store.ts';

export interface ConferenceView extends Omit<Conference, 'studentId' | 'by' | 'steps'> {
  student: { id: string; school: string; number: string; grade: number; name: string | null };
  /** As they are in the plan now; of one that was taken out there the words of that day. */
  steps: (Pick<Step, 'id' | 'text'> & Partial<Step>)[];
  /** To choose from for the next step. */
  goals: { id: string; text: string }[];
  may: { hold: boolean };
}

/** A meeting with how far its steps are today. */
export async function viewConference(
  deps: Pick<Deps, 'db' | 'sealing'>,
  student: NamedStudent,
  { studentId: _, by: __, steps, ...conference }: Conference,
  may: ConferenceView['may'],
): Promise<ConferenceView> {
  const [changes, school] = await Promise.all([
    readChanges(deps, student.id),
    readSchool(deps.db, student.schoolId),
  ]);
  const plan = planOf(foldChanges(changes));
  const { id, localId, grade, name } = student;
  return {
    ...conference,
    student: { id, school: school?.name ?? '', number: localId, grade, name: name ? shownName(name) : null },
    steps: steps.map((agreed) => plan.steps.find((step) => step.id === agreed.id) ?? agreed),
    goals: plan.goals.map(({ id, text }) => ({ id, text })),
    may,
  };
}
