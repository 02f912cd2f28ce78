import { useEffect, useState } from 'preact/hooks';
import type { AccessRecord } from '../../../core/audit/access-record.ts';
import { loadAccessRecord } from '../../api/audit.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem, type Loaded, useLoaded } from '../../state/use-loaded.ts';

/** The newest page, and earlier ones added to it as they are asked for. */
export function useAccessRecord(id: string) {
  const first: Loaded<AccessRecord> = useLoaded(`access record ${id}`, (signal) =>
    loadAccessRecord(id, undefined, signal),
  );
  const [earlier, setEarlier] = useState<AccessRecord[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => setEarlier([]), [first.data]);
  const next = first.data ? (earlier.at(-1) ?? first.data).next : null;
  const accesses = first.data ? [first.data, ...earlier].flatMap((page) => page.accesses) : [];
  const showEarlier = async () => {
    setProblem(null);
    try {
      const page = await loadAccessRecord(id, next ?? undefined);
      setEarlier((pages) => [...pages, page]);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return { first, accesses, problem, ...(next !== null && { showEarlier }) };
}
