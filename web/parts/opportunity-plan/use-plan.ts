import { useMemo, useState } from 'preact/hooks';
import { planOf } from '../../../core/opportunity-plan/plan-of.ts';
import { editPlan, loadPlan, type PlanEdit, type PlanPage, undoChange } from '../../api/opportunity-plan.ts';
import { keepReply, type Loaded, useLoaded } from '../../state/use-loaded.ts';

export type PlanNews = 'saved' | 'undone' | 'beside.saved' | 'failed.undo';

const NOTHING: PlanPage['fields'] = {};

/** A student's plan as it is loaded and as one's own saving leaves it, whichever is newer. */
export function usePlan(studentId: string) {
  const key = `opportunity plan ${studentId}`;
  const loaded = useLoaded(key, (signal) => loadPlan(studentId, signal));
  const [written, setWritten] = useState<PlanPage | null>(null);
  const [news, setNews] = useState<PlanNews | null>(null);
  const page = newer(loaded.data, written);
  const fields = page?.fields ?? NOTHING;
  const plan = useMemo(() => planOf(new Map(Object.entries(fields))), [fields]);
  const show = (next: PlanPage, what: PlanNews) => {
    keepReply(key, next);
    setWritten(next);
    setNews(what);
  };
  const save = async (edits: readonly PlanEdit[]) => {
    const { beside, ...next } = await editPlan(studentId, edits);
    show(next, beside.length > 0 ? 'beside.saved' : 'saved');
    return beside;
  };
  const undo = async () => {
    try {
      show(await undoChange(studentId, page?.number ?? 0), 'undone');
    } catch {
      setNews('failed.undo');
      loaded.reload();
    }
  };
  const shown: Loaded<PlanPage> = { ...loaded, data: page };
  return { loaded: shown, plan, save, undo, news };
}

function newer(loaded: PlanPage | undefined, written: PlanPage | null): PlanPage | undefined {
  return written && written.number >= (loaded?.number ?? 0) ? written : loaded;
}
