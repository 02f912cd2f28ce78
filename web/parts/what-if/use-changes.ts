import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import { withChange } from '../../../core/what-if/with-change.ts';
import { goOn, redo, startHistory, undo } from './history.ts';

export interface Changes {
  /** What holds now, a drag that goes on included. */
  all: readonly ScenarioChange[];
  /** Something is being dragged. */
  isTrying: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** A change for a moment, while something is dragged. */
  attempt(change: ScenarioChange): void;
  make(change: ScenarioChange): void;
  replace(changes: readonly ScenarioChange[]): void;
  undo(): void;
  redo(): void;
}

const NOTHING: readonly ScenarioChange[] = [];

/**
 * What is tried, beginning with what was saved; `origin` names that, and another one begins anew. Where what was saved
 * is what stands here already, what went before can still be undone.
 */
export function useChanges(saved: readonly ScenarioChange[] | undefined, origin: string): Changes {
  const [history, setHistory] = useState(() => startHistory(saved ?? NOTHING));
  const [attempted, setAttempted] = useState<readonly ScenarioChange[] | null>(null);
  useEffect(() => {
    const begun = saved ?? NOTHING;
    setHistory((last) => (isSame(last.now, begun) ? last : startHistory(begun)));
    setAttempted(null);
  }, [origin]);
  return useMemo(() => {
    const settle = (step: (last: typeof history) => typeof history) => {
      setAttempted(null);
      setHistory(step);
    };
    return {
      all: attempted ?? history.now,
      isTrying: attempted !== null,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      attempt: (change) => setAttempted(withChange(history.now, change)),
      make: (change) => settle((last) => goOn(last, withChange(last.now, change))),
      replace: (changes) => settle((last) => goOn(last, changes)),
      undo: () => settle(undo),
      redo: () => settle(redo),
    };
  }, [history, attempted]);
}

function isSame(a: readonly ScenarioChange[], b: readonly ScenarioChange[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
