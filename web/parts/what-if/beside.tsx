import { useMemo } from 'preact/hooks';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { createWhatIf, type WhatIfResult } from '../../../core/what-if/what-if-engine.ts';
import { loadScenario, type ScenarioView } from '../../api/what-if.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button, LinkButton } from '../button.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { ChangeList } from './change-list.tsx';
import { Figures } from './figures.tsx';
import { knownSites, sitesOfToday } from './known-sites.ts';
import { useWhatIfWords } from './use-what-if-words.ts';
import { sameQuestion } from './what-if-query.ts';

interface BesideProps {
  id: string;
  snapshot: Snapshot;
  mine: { name: string; changes: ScenarioView['changes']; result: WhatIfResult };
  before: WhatIfResult;
  onEnd(): void;
}

/** Another scenario beside the one that is shown: today, this one, that one. */
export function Beside({ id, snapshot, mine, before, onEnd }: BesideProps) {
  const { t, say } = useWhatIfWords();
  const { data: other, problem, reload } = useLoaded(`scenario ${id}`, (signal) => loadScenario(id, signal));
  const result = useMemo(() => other && createWhatIf(snapshot).set(other.changes), [snapshot, other]);
  const today = useMemo(() => sitesOfToday(snapshot, say.locale), [snapshot, say]);
  return (
    <section class="section what-if-beside">
      <div class="section-head">
        <h2>{t('compare.title')}</h2>
        <Button class="no-print" onClick={onEnd}>
          {t('compare.end')}
        </Button>
      </div>
      {problem && <ErrorState problem={problem} onRetry={reload} />}
      {!other && !problem && <Skeleton lines={4} />}
      {other && result && !sameQuestion(other.question, snapshot.question) && (
        <p>
          {t('compare.other')}{' '}
          <LinkButton href={`/what-if?${new URLSearchParams({ scenario: other.id })}`}>
            {other.name}
          </LinkButton>
        </p>
      )}
      {other && result && sameQuestion(other.question, snapshot.question) && (
        <>
          <Figures
            caption={t('compare.title')}
            asked={snapshot}
            columns={[
              { label: t('figures.today'), totals: before.totals },
              { label: mine.name, totals: mine.result.totals },
              { label: other.name, totals: result.totals },
            ]}
          />
          <div class="what-if-pair">
            {[mine, other].map(({ name, changes }, n) => (
              <div key={n === 0 ? 'mine' : 'other'}>
                <h3>{name}</h3>
                <ChangeList changes={changes} sites={knownSites(today, changes)} />
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
