import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ScenarioDraft } from '../../../core/what-if/scenario.ts';
import type { Problem } from '../../api/problem.ts';
import { createScenario } from '../../api/what-if.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ErrorState } from '../states.tsx';
import { useWhereNext } from './use-where-next.ts';

/** Keeps the proposal as a scenario and goes there, where each site can be moved and made larger. */
export function SaveScenario({ drafts }: { drafts: readonly ScenarioDraft[] }) {
  const { w, term } = useWhereNext();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ problem: Problem; draft: ScenarioDraft } | null>(null);
  const save = (draft: ScenarioDraft) => {
    setBusy(true);
    setFailed(null);
    createScenario(draft)
      .then(
        ({ id }) => route(`/what-if?scenario=${id}`),
        (error: unknown) => setFailed({ problem: asProblem(error), draft }),
      )
      .finally(() => setBusy(false));
  };
  const isHub = drafts.length > 1;
  return (
    <div class="no-print stack-tight">
      {isHub && <p class="muted small">{w('save.hub')}</p>}
      <div class="row">
        {drafts.map((draft) => (
          <Button key={draft.name} disabled={busy} onClick={() => save(draft)}>
            {isHub ? w('save.goTerm', { term: term(draft.question.terms[0]!) }) : w('save.go')}
          </Button>
        ))}
      </div>
      {failed && <ErrorState problem={failed.problem} onRetry={() => save(failed.draft)} />}
    </div>
  );
}
