import { useEffect, useState } from 'preact/hooks';
import { type LogPage, type LogSearch, searchLog } from '../../api/audit.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';

/** The newest entries of a search, and earlier ones added to them as they are asked for. */
export function useLog(search: LogSearch) {
  const first = useLoaded(`log ${JSON.stringify(search)}`, () => searchLog(search), { keepLast: true });
  const [earlier, setEarlier] = useState<LogPage[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => setEarlier([]), [first.data]);
  const pages = first.data ? [first.data, ...earlier] : [];
  const next = pages.at(-1)?.next ?? null;
  const showEarlier = async () => {
    setProblem(null);
    try {
      const page = await searchLog({ ...search, ...(next !== null && { before: next }) });
      setEarlier((known) => [...known, page]);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return {
    first,
    entries: pages.flatMap(({ items }) => items),
    problem: first.problem ?? problem,
    ...(next !== null && { showEarlier }),
  };
}
