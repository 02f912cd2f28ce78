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
export function SaveScenario({ draft }: { draft: ScenarioDraft }) {
  const { w } = useWhereNext();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = () => {
    setBusy(true);
    setProblem(null);
    createScenario(draft)
      .then(
        ({ id }) => route(`/what-if?scenario=${id}`),
        (error: unknown) => setProblem(asProblem(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <div class="no-print">
      <Button disabled={busy} onClick={save}>
        {w('save.go')}
      </Button>
      {problem && <ErrorState problem={problem} onRetry={save} />}
    </div>
  );
}
