import { foldChanges, UNWRITTEN } from './fold-changes.ts';
import type { PlanChange, RecordedEdit } from './plan-change.ts';

/** What puts the fields of the last change back to how they were before it: an entry like any other. */
export function undoLast(changes: readonly PlanChange[]): RecordedEdit[] {
  const last = changes.at(-1);
  if (!last) return [];
  const before = foldChanges(changes.slice(0, -1));
  return last.edits.map(({ field }) => {
    const { value, beside } = before.get(field) ?? UNWRITTEN;
    return { field, kind: 'restore', to: value, beside };
  });
}
