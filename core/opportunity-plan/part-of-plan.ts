import type { Action } from '../policy/actions.ts';
import { readField } from './plan-field.ts';

/** The parts of a plan as the log of accesses names them: which, never what they say. */
export function partOfPlan(field: string): string {
  const found = readField(field);
  if (!found) return field;
  return found.list === 'words' ? found.part : found.list;
}

/**
 * What somebody must be allowed to do to write a field. The student's own words, goals and people are the student's and
 * the family's to say; how far a step is may be noted by whoever works with the student; the steps themselves, which
 * bind others, are the school's to promise.
 */
export function actionToWrite(field: string): Action {
  const found = readField(field);
  if (found?.list !== 'steps') return 'opportunity-plan.steer';
  return found.part === 'state' ? 'opportunity-plan.progress' : 'opportunity-plan.change';
}
