import { type ScenarioChange, siteOf } from './scenario.ts';

/**
 * The changes with one more, as short as they can be said: a site that was added and is moved was added there, of two
 * moves the later counts, and what is done to a site before it is removed does not matter.
 */
export function withChange(changes: readonly ScenarioChange[], next: ScenarioChange): ScenarioChange[] {
  const id = siteOf(next);
  const added = changes.find((change) => change.kind === 'add' && change.id === id);
  if (next.kind === 'remove' || next.kind === 'add') {
    const others = changes.filter((change) => siteOf(change) !== id);
    return next.kind === 'remove' && added ? others : [...others, next];
  }
  if (added && next.kind !== 'hours')
    return changes.map((change) => (change === added ? { ...added, ...changedPart(next) } : change));
  const others = changes.filter((change) => siteOf(change) !== id || change.kind !== next.kind);
  return [...others, next];
}

/** A site as it was: what was done to it is taken back. */
export function withoutChangesOf(changes: readonly ScenarioChange[], id: string): ScenarioChange[] {
  return changes.filter((change) => siteOf(change) !== id);
}

function changedPart(change: Extract<ScenarioChange, { kind: 'move' | 'capacity' }>) {
  return change.kind === 'move' ? { point: change.point } : { capacity: change.capacity };
}
