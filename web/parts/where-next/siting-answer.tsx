import { useState } from 'preact/hooks';
import type { JobView } from '../../../core/jobs/job.ts';
import type { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { RunFindings } from '../work/run-findings.tsx';
import { GainCurve } from './gain-curve.tsx';
import { NumberTable } from './number-table.tsx';
import { SaveScenario } from './save-scenario.tsx';
import { scenariosOf } from './scenarios-of.ts';
import { SiteMap } from './site-map.tsx';
import { type SiteActs, SiteSteps } from './site-steps.tsx';
import { queryOf } from './siting-query.ts';
import { answerSentences, askSentence, limitWords, noteSentences, proofSentence } from './siting-words.ts';
import { useWhereNext } from './use-where-next.ts';

interface SitingAnswerProps {
  job: JobView;
  outcome: SitingOutcome;
  acts?: SiteActs | undefined;
}

/** What was found: in sentences, on the map, as a table and a curve, with how sure it is. */
export function SitingAnswer({ job, outcome, acts }: SitingAnswerProps) {
  const voice = useWhereNext();
  const { w } = voice;
  const [active, setActive] = useState<string | null>(null);
  const query = queryOf(outcome.ask);
  const drafts = scenariosOf(outcome, (term) => w('save.name', { terms: voice.term(term) }));
  const isEmpty = outcome.proposed.length === 0;
  const [first, ...more] = isEmpty ? [w('answer.nothing')] : answerSentences(outcome, voice);
  return (
    <section class="siting-answer" aria-label={first}>
      <header class="stack-tight">
        {query && (
          <p class="print-only">{[askSentence(query, voice), ...limitWords(query, voice)].join(' ')}</p>
        )}
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
          <SiteSteps {...{ outcome, active, acts }} onHover={setActive} />
          {acts && drafts.length > 0 && <SaveScenario drafts={drafts} />}
          <GainCurve outcome={outcome} />
          <NumberTable outcome={outcome} />
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
