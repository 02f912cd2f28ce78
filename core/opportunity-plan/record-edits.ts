import { type FieldState, type PlanFields, UNWRITTEN } from './fold-changes.ts';
import type { RecordedEdit } from './plan-change.ts';
import type { PlanEdit } from './plan-field.ts';

/**
 * What these edits come to now. Who has seen the field as it is writes over it; who has not is kept beside it, so that
 * nobody's words are lost. What stands there already is not written twice, so sending the same again changes nothing.
 */
export function recordEdits(fields: PlanFields, edits: readonly PlanEdit[]): RecordedEdit[] {
  return edits.flatMap(({ field, saw, to }): RecordedEdit[] => {
    const now = fields.get(field) ?? UNWRITTEN;
    if (isThere(now, to, saw)) return [];
    return [{ field, kind: saw === now.version ? 'set' : 'beside', to }];
  });
}

/** Choosing what stands there already still settles what is beside it, for who has seen both. */
function isThere({ value, version, beside }: FieldState, to: PlanEdit['to'], saw: number): boolean {
  if (saw === version) return value === to && beside.length === 0;
  return value === to || beside.some((other) => other.value === to);
}
