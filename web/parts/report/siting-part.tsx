import { useState } from 'preact/hooks';
import type { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { loadSiting } from '../../api/where-next.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { ErrorState, Skeleton } from '../states.tsx';
import { SiteMap } from '../where-next/site-map.tsx';
import { SiteSteps } from '../where-next/site-steps.tsx';
import { answerSentences, noteSentences, proofSentence } from '../where-next/siting-words.ts';
import { useWhereNext } from '../where-next/use-where-next.ts';
import { RunFindings } from '../work/run-findings.tsx';
import { ReportPart } from './report-part.tsx';
import { useReport } from './use-report.ts';

/** Which sites "Where next?" proposes, what each brings, and how sure it is that nothing is better. */
export function SitingPart({ id }: { id: string }) {
  const { r } = useReport();
  const siting = useLoaded(`siting ${id}`, (signal) => loadSiting(id, signal));
  return (
    <ReportPart title={r('proposal.sites')}>
      {siting.data ? (
        <Sites id={id} outcome={siting.data} />
      ) : siting.problem ? (
        <ErrorState problem={siting.problem} onRetry={siting.reload} />
      ) : (
        <Skeleton lines={4} />
      )}
    </ReportPart>
  );
}

function Sites({ id, outcome }: { id: string; outcome: SitingOutcome }) {
  const voice = useWhereNext();
  const [active, setActive] = useState<string | null>(null);
  const isEmpty = outcome.proposed.length === 0;
  const [first, ...more] = isEmpty ? [voice.w('answer.nothing')] : answerSentences(outcome, voice);
  return (
    <>
      <p class="report-answer">{first}</p>
      {[...more, proofSentence(outcome, voice)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!isEmpty && <SiteSteps {...{ outcome, active }} onHover={setActive} />}
      <SiteMap outcome={outcome} fit={id} active={active} onHover={setActive} />
      <p class="muted small">{noteSentences(outcome, voice).join(' ')}</p>
      <RunFindings findings={outcome.travel.doubts ?? []} />
    </>
  );
}
