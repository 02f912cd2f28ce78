import { useState } from 'preact/hooks';
import type { JobView } from '../../../core/jobs/job.ts';
import type { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { RunFindings } from '../work/run-findings.tsx';
import { GainCurve } from './gain-curve.tsx';
import { SaveScenario } from './save-scenario.tsx';
import { scenarioOf } from './scenario-of.ts';
import { SiteMap } from './site-map.tsx';
import { SiteSteps } from './site-steps.tsx';
import { queryOf } from './siting-query.ts';
import { answerSentences, askSentence, noteSentences, proofSentence } from './siting-words.ts';
import { useWhereNext } from './use-where-next.ts';

interface SitingAnswerProps {
  job: JobView;
  outcome: SitingOutcome;
  onLeaveOut?: ((id: string) => void) | undefined;
}

/** What was found: in sentences, on the map, as a table and a curve, with how sure it is. */
export function SitingAnswer({ job, outcome, onLeaveOut }: SitingAnswerProps) {
  const voice = useWhereNext();
  const { w } = voice;
  const [active, setActive] = useState<string | null>(null);
  const query = queryOf(outcome.ask);
  const draft = scenarioOf(outcome, (terms) =>
    w('save.name', { terms: voice.say.list(terms.map(voice.term)) }),
  );
  const isEmpty = outcome.proposed.length === 0;
  const [first, ...more] = isEmpty ? [w('answer.nothing')] : answerSentences(outcome, voice);
  return (
    <section class="siting-answer" aria-label={first}>
      <header class="stack-tight">
        {query && <p class="print-only">{askSentence(query, voice)}</p>}
        <h2>{first}</h2>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p class="siting-proof">{proofSentence(outcome, voice)}</p>
      </header>
      {isEmpty ? (
        <p>{w('answer.nothingHelp')}</p>
      ) : (
        <div class="siting-side">
          <SiteSteps {...{ outcome, active, onLeaveOut }} onHover={setActive} />
          {onLeaveOut && draft && <SaveScenario draft={draft} />}
          <GainCurve outcome={outcome} />
        </div>
      )}
      <SiteMap outcome={outcome} fit={job.id} active={active} onHover={setActive} />
      <div class="siting-notes stack-tight">
        <p class="muted small">{noteSentences(outcome, voice).join(' ')}</p>
        <RunFindings findings={outcome.travel.doubts ?? []} />
      </div>
    </section>
  );
}
