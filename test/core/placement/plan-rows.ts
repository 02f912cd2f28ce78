import fc from 'fast-check';
import type { PlanRow } from '../../../core/placement/plan.ts';

/** A row of a plan; what a test does not care about is filled in. */
export function planRow(own: Partial<PlanRow> & { id: string }): PlanRow {
  const [studentId = '', term = 'reading'] = own.id.split(':');
  return {
    studentId,
    localId: studentId,
    schoolId: 'school',
    grade: 4,
    term,
    urgency: 2,
    state: 'unplaced',
    choices: 1,
    ...own,
  };
}

/** A row that is placed. */
export function placedRow(id: string, offerId: string, score: number, own: Partial<PlanRow> = {}): PlanRow {
  return planRow({ id, state: 'proposed', offerId, score, minutes: 10, mode: 'bus', from: 'school', ...own });
}

/** Rows of students in some schools, with one need or two each. */
export const arbitraryRows = fc
  .array(
    fc.record({
      school: fc.integer({ min: 0, max: 4 }),
      placed: fc.array(fc.boolean(), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 90 },
  )
  .map((students) =>
    students.flatMap(({ school, placed }, student) =>
      placed.map((isPlaced, need) => {
        const id = `s${student}:t${need}`;
        const own = { schoolId: `school-${school}` };
        return isPlaced ? placedRow(id, 'offer', 0.5 + need / 10, own) : planRow({ id, ...own });
      }),
    ),
  );
