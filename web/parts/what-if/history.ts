import type { ScenarioChange } from '../../../core/what-if/scenario.ts';

type Changes = readonly ScenarioChange[];

/** What was tried, as far as it can be undone and done again. */
export interface History {
  past: readonly Changes[];
  now: Changes;
  future: readonly Changes[];
}

export function startHistory(now: Changes): History {
  return { past: [], now, future: [] };
}

export function goOn(history: History, next: Changes): History {
  return { past: [...history.past, history.now], now: next, future: [] };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return { past: history.past.slice(0, -1), now: last, future: [history.now, ...history.future] };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  return next ? { past: [...history.past, history.now], now: next, future } : history;
}
