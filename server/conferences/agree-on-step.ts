import { z } from 'zod';
import type { Conference } from '../../core/conferences/conference.ts';
import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import { fieldOf, PlanEdit } from '../../core/opportunity-plan/plan-field.ts';
import { PLAN_SHAPES } from '../../core/opportunity-plan/plan-value.ts';
import { recordEdits } from '../../core/opportunity-plan/record-edits.ts';
import type { Deps } from '../deps.ts';
import { type Writer, writePlan } from '../opportunity-plans/write-plan.ts';
import { noteStep } from './change-conference.ts';

const { text, helper, by, goal } = PLAN_SHAPES.steps;

/** A step as it is agreed on in a meeting; its id is made where it is first written down. */
export const AgreedStep = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{7,99}$/),
  text: text.min(1),
  helper: helper.optional(),
  by: by.optional(),
  goal: goal.optional(),
});
type AgreedStep = z.output<typeof AgreedStep>;

/**
 * Writes the step into the student's plan, then notes it in the meeting: a process that dies in between leaves a step in
 * the plan, and the same request again notes it.
 */
export async function agreeOnStep(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  conference: Conference,
  writer: Writer,
  { id, ...parts }: AgreedStep,
): Promise<Conference> {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
  const edits = given.map(([part, to]) => PlanEdit.parse({ field: fieldOf('steps', id, part), saw: 0, to }));
  await writePlan(deps, conference.studentId, writer, (before) => {
    const fields = foldChanges(before);
    return { edits: fields.has(fieldOf('steps', id, 'text')) ? [] : recordEdits(fields, edits) };
  });
  return noteStep(deps, conference.id, writer.by, { id, text: parts.text });
}
