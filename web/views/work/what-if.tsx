import './work.css';
import './gaps.css';
import './plans.css';
import './what-if.css';
import type { WhatIfQuestion } from '../../../core/what-if/scenario.ts';
import { loadScenario, loadScenarios, loadSnapshot } from '../../api/what-if.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { reportOf } from '../../parts/report/report-of.ts';
import { useReport } from '../../parts/report/use-report.ts';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { ScenarioList } from '../../parts/what-if/scenario-list.tsx';
import { useSaving } from '../../parts/what-if/use-saving.ts';
import { useWhatIfWords } from '../../parts/what-if/use-what-if-words.ts';
import { asQuery, keyOf, NO_QUESTION, questionOf, whatIfQuery } from '../../parts/what-if/what-if-query.ts';
import { WhatIfQuestionForm } from '../../parts/what-if/what-if-question.tsx';
import { Workplace } from '../../parts/what-if/workplace.tsx';
import { useSession } from '../../state/session.tsx';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

export default function WhatIfView() {
  const { t, work } = useWhatIfWords();
  const { r } = useReport();
  const { account } = useSession();
  useTitle(t('title'));
  const [asked, change] = useQuery(whatIfQuery);
  const { scenario: id, beside } = asked;
  const scenario = useLoaded(id && `scenario ${id}`, (signal) => loadScenario(id ?? '', signal));
  const question = questionOf(asked) ?? scenario.data?.question;
  const snapshot = useSnapshot(question);
  const list = useLoaded(account ? 'scenarios' : null, loadScenarios);
  const saving = useSaving(list.reload);
  const shown = question ? { ...asked, ...asQuery(question) } : asked;
  const problem = scenario.problem ?? snapshot.problem;
  const isWaiting = id !== null && !scenario.data;
  const deleted = saving.deleted;
  return (
    <div class="page what-if">
      {(snapshot.loading || scenario.loading) && <LoadingBar />}
      <div class="page-head">
        <div>
          <h1>{scenario.data?.name ?? t('title')}</h1>
          <p class="muted no-print">{t('lead')}</p>
        </div>
        <div class="row no-print">
          <LinkButton
            look="quiet"
            icon="arrow-left"
            href={`/gaps?${whatIfQuery.format({ ...shown, scenario: null, beside: null })}`}
          >
            {t('backToGaps')}
          </LinkButton>
          {scenario.data && (
            <LinkButton href={reportOf({ ...asQuery(scenario.data.question), scenario: scenario.data.id })}>
              {r('link')}
            </LinkButton>
          )}
          <Button icon="printer" onClick={() => window.print()}>
            {work.t('print')}
          </Button>
        </div>
      </div>
      <WhatIfQuestionForm query={shown} onChange={(part) => change({ ...shown, ...part })} />
      {deleted && (
        <p class="notice" role="status">
          <span>{t('save.deleted', { name: deleted.name })}</span>
          <Button
            disabled={saving.busy}
            onClick={async () => {
              const restored = await saving.restore();
              if (restored) change({ scenario: restored.id });
            }}
          >
            {t('save.restore')}
          </Button>
        </p>
      )}
      {problem && (
        <ErrorState problem={problem} onRetry={scenario.problem ? scenario.reload : snapshot.reload} />
      )}
      {!question && !problem && !isWaiting && <EmptyState title={t('chooseTerm')} />}
      {snapshot.data && !isWaiting ? (
        <Workplace
          snapshot={snapshot.data}
          scenario={scenario.data}
          beside={beside}
          saving={saving}
          onSaved={(saved) => change({ ...NO_QUESTION, scenario: saved.id })}
          onDeleted={() => change({ ...shown, scenario: null })}
          onTakeTheirs={(theirs) => {
            keepReply(`scenario ${theirs.id}`, theirs);
            saving.forgetTheirs();
            scenario.reload();
          }}
          onEndCompare={() => change({ beside: null })}
        />
      ) : (
        (question || isWaiting) && !problem && <Skeleton lines={10} />
      )}
      {account && list.data && (
        <ScenarioList
          scenarios={list.data.items}
          current={id}
          beside={beside}
          onCompare={(other) => change({ beside: other === beside ? null : other })}
        />
      )}
    </div>
  );
}

/** The snapshot of a question; the last one stays while another is on its way. */
function useSnapshot(question: WhatIfQuestion | undefined) {
  return useLoaded(
    question ? `what-if ${keyOf(question)}` : null,
    (signal) => (question ? loadSnapshot(question, signal) : Promise.reject(new Error('nothing is asked'))),
    { keepLast: true },
  );
}
