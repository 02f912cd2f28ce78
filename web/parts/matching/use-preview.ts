import { useEffect, useState } from 'preact/hooks';
import { isSameWeighting, type Weighting } from '../../../core/matching/weighting.ts';
import { type PreviewPage, previewMatches } from '../../api/matching.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem } from '../../state/use-loaded.ts';

/** A slider that has not moved for so long rests. */
const REST_MS = 350;

export interface Preview {
  /** The newest answer for this student, whatever weights it was for. */
  page: PreviewPage | undefined;
  /** It is for the weights that were asked for. */
  fresh: boolean;
  problem: Problem | null;
  retry(): void;
}

/** What the server finds with these weights, asked once they rest. An answer that comes late is dropped. */
export function usePreview(studentId: string | null, weighting: Weighting): Preview {
  const [state, setState] = useState<{ studentId: string; page?: PreviewPage; problem: Problem | null }>();
  const known = state?.studentId === studentId ? state : undefined;
  const fresh = known?.page !== undefined && isSameWeighting(known.page.weighting, weighting);
  const isFirst = known === undefined;
  useEffect(() => {
    if (studentId === null || fresh) return;
    let dropped = false;
    const ask = () =>
      previewMatches(studentId, weighting).then(
        (page) => !dropped && setState({ studentId, page, problem: null }),
        (error: unknown) =>
          !dropped && setState((last) => ({ ...last, studentId, problem: asProblem(error) })),
      );
    const timer = setTimeout(() => void ask(), isFirst ? 0 : REST_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [studentId, weighting, fresh]);
  return { page: known?.page, fresh, problem: known?.problem ?? null, retry: () => setState(undefined) };
}
