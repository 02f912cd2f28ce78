import fc from 'fast-check';
import { foldChanges } from '../../../core/opportunity-plan/fold-changes.ts';
import type { PlanChange, RecordedEdit } from '../../../core/opportunity-plan/plan-change.ts';
import { PlanEdit } from '../../../core/opportunity-plan/plan-field.ts';
import { recordEdits } from '../../../core/opportunity-plan/record-edits.ts';
import { undoLast } from '../../../core/opportunity-plan/undo-change.ts';

export const GOAL = 'goals/goal-one';
const FIELDS = [
  'strengths',
  'interests',
  `${GOAL}/text`,
  'steps/step-one/text',
  'steps/step-two/text',
] as const;

/** What somebody does: writes a field after having seen it as it was `late` changes ago, or takes the last change back. */
type Deed = { field: string; text: string; late: number } | 'undo';

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      field: fc.constantFrom(...FIELDS),
      text: fc.constantFrom('a', 'b', 'c', 'd'),
      late: fc.constantFrom(0, 0, 1, 2, 5),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Deed>('undo') },
);

/** Histories as several people make them who look at the plan now and then. */
export const histories: fc.Arbitrary<PlanChange[]> = fc
  .array(deed, { maxLength: 25 })
  .map((deeds) => deeds.reduce<PlanChange[]>((changes, each) => written(changes, each), []));

function written(changes: readonly PlanChange[], each: Deed): PlanChange[] {
  if (each === 'undo') return withChange(changes, undoLast(changes));
  const { field, text, late } = each;
  const seen = foldChanges(changes.slice(0, Math.max(0, changes.length - late)));
  const asked = edit(field, seen.get(field)?.version ?? 0, text);
  return withChange(changes, recordEdits(foldChanges(changes), [asked]));
}

export function edit(field: string, saw: number, to: PlanEdit['to']): PlanEdit {
  return PlanEdit.parse({ field, saw, to });
}

/** The history with one more entry; what changes nothing makes none. */
export function withChange(changes: readonly PlanChange[], edits: readonly RecordedEdit[]): PlanChange[] {
  if (edits.length === 0) return [...changes];
  const number = changes.length + 1;
  const at = new Date(Date.UTC(2026, 0, number)).toISOString();
  return [...changes, { studentId: 's', number, at, by: `person ${number % 3}`, as: 'coordinator', edits }];
}
