import type { BesideValue, PlanChange, RecordedEdit, Written } from './plan-change.ts';
import type { PlanValue } from './plan-value.ts';

/** A field as it stands. */
export interface FieldState {
  value: PlanValue;
  /** Number of the last change that touched it: who saves says which one they saw. */
  version: number;
  /** The change that wrote `value`; absent where nobody has. */
  written?: Written;
  /** What others wrote at the same time: both are shown, and a person chooses. */
  beside: readonly BesideValue[];
}

export type PlanFields = ReadonlyMap<string, FieldState>;

export const UNWRITTEN: FieldState = { value: null, version: 0, beside: [] };

/** The plan is nothing but its changes, one after the other. */
export function foldChanges(changes: readonly PlanChange[]): PlanFields {
  const fields = new Map<string, FieldState>();
  for (const change of changes)
    for (const edit of change.edits)
      fields.set(edit.field, withEdit(fields.get(edit.field) ?? UNWRITTEN, edit, change));
  return fields;
}

function withEdit(before: FieldState, edit: RecordedEdit, { number, at, by }: PlanChange): FieldState {
  const written = { number, at, by };
  if (edit.kind === 'beside') {
    const beside = [...before.beside, { value: edit.to, ...written }];
    return { ...before, version: number, beside };
  }
  const beside = edit.kind === 'restore' ? edit.beside : [];
  return { value: edit.to, version: number, written, beside };
}
