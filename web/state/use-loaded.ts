import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem.ts';

export interface Loaded<T> {
  /** The newest reply; while the next one loads, the last one stays. */
  data: T | undefined;
  problem: Problem | null;
  loading: boolean;
  reload(): void;
}

const KEPT_REPLIES = 40;
const kept = new Map<string, unknown>();

/**
 * Loads what `key` names, again whenever the key changes; null loads nothing. A reply seen before is shown at once
 * while the fresh one is on its way, so going back finds the page as it was left. A reply that comes late is dropped.
 */
export function useLoaded<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<T>,
  options: { keepLast?: boolean } = {},
): Loaded<T> {
  const [state, setState] = useState<State>({ key: null, problem: null, turn: -1 });
  const [last, setLast] = useState<T | undefined>(undefined);
  const [turn, setTurn] = useState(0);
  const loader = useRef(load);
  loader.current = load;

  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    const settle = (problem: Problem | null) => setState({ key, problem, turn });
    loader.current(controller.signal).then(
      (data) => {
        if (controller.signal.aborted) return;
        keepReply(key, data);
        setLast(data);
        settle(null);
      },
      (error: unknown) => {
        if (!controller.signal.aborted) settle(asProblem(error));
      },
    );
    return () => controller.abort();
  }, [key, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const settled = state.key === key && state.turn === turn;
  const remembered = key === null ? undefined : (kept.get(key) as T | undefined);
  return {
    data: remembered ?? (options.keepLast ? last : undefined),
    problem: settled ? state.problem : null,
    loading: key !== null && !settled,
    reload,
  };
}

interface State {
  key: string | null;
  problem: Problem | null;
  turn: number;
}

/** Forgets every kept reply: after signing in or out others may be seen. */
export function forgetReplies(): void {
  kept.clear();
}

/** Puts a newer reply in the place of one, as after a change that the server answered. */
export function keepReply(key: string, data: unknown): void {
  kept.delete(key);
  kept.set(key, data);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_REPLIES && oldest !== undefined) kept.delete(oldest);
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, 'unexpected', String(error));
}
