import { useMemo } from 'preact/hooks';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { loadScenario, loadSnapshot, type ScenarioView } from '../../api/what-if.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { ErrorState, Skeleton } from '../states.tsx';
import { ChangeList } from '../what-if/change-list.tsx';
import { Figures } from '../what-if/figures.tsx';
import { knownSites, sitesOfToday } from '../what-if/known-sites.ts';
import { useWhatIf } from '../what-if/use-what-if.ts';
import { useWhatIfWords } from '../what-if/use-what-if-words.ts';
import { headline } from '../what-if/what-if-words.ts';
import { ReportPart } from './report-part.tsx';
import { useReport } from './use-report.ts';

/** What a scenario of "What if?" changes, worked out afresh from today's figures. */
export function ScenarioPart({ id }: { id: string }) {
  const { r } = useReport();
  const scenario = useLoaded(`scenario ${id}`, (signal) => loadScenario(id, signal));
  const question = scenario.data?.question;
  const snapshot = useLoaded(question ? `what-if of ${id} ${JSON.stringify(question)}` : null, (signal) =>
    question ? loadSnapshot(question, signal) : Promise.reject(new Error('nothing is asked')),
  );
  const problem = scenario.problem ?? snapshot.problem;
  return (
    <ReportPart title={r('proposal')}>
      {scenario.data && snapshot.data ? (
        <Changes scenario={scenario.data} snapshot={snapshot.data} />
      ) : problem ? (
        <ErrorState problem={problem} onRetry={scenario.problem ? scenario.reload : snapshot.reload} />
      ) : (
        <Skeleton lines={4} />
      )}
    </ReportPart>
  );
}

function Changes({ scenario, snapshot }: { scenario: ScenarioView; snapshot: Snapshot }) {
  const { r } = useReport();
  const words = useWhatIfWords();
  const { changes } = scenario;
  const { before, now } = useWhatIf(snapshot, changes);
  const sites = useMemo(
    () => knownSites(sitesOfToday(snapshot, words.say.locale), changes),
    [snapshot, changes, words.say],
  );
  const columns = [
    { label: r('proposal.today'), totals: before.totals },
    { label: r('proposal.then'), totals: now.totals },
  ];
  return (
    <>
      <p>
        <strong>{scenario.name}</strong>
      </p>
      <p class="report-answer">{headline(snapshot, before.totals, now.totals, words)}</p>
      <ChangeList changes={changes} sites={sites} />
      <Figures caption={r('proposal')} asked={snapshot} columns={columns} />
      <p class="muted small">{r('proposal.note')}</p>
    </>
  );
}
