import { useState } from 'preact/hooks';
import { isFinal } from '../../../core/jobs/job.ts';
import { mayEver } from '../../../core/policy/decide.ts';
import { QUALITY_GROUPS } from '../../../core/quality/quality-rule.ts';
import { qualityTable } from '../../../core/quality/quality-table-csv.ts';
import type { QualityView } from '../../../core/quality/quality-view.ts';
import { handOver } from '../../api/download.ts';
import { loadJobs } from '../../api/jobs.ts';
import { countQuality } from '../../api/quality.ts';
import { useSession } from '../../state/session.tsx';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { useNow } from '../../state/use-now.ts';
import { useTitle } from '../../state/use-title.ts';
import { sayAgo, sayDate } from '../../text/say-date.ts';
import { Button } from '../button.tsx';
import { EmptyState, ErrorState } from '../states.tsx';
import { WatchedJob } from '../work/watched-job.tsx';
import { Elsewhere } from './elsewhere.tsx';
import type { QualityQuery } from './quality-query.ts';
import { QualityTable } from './quality-table.tsx';
import { SourceBars } from './source-bars.tsx';
import { SourceField } from './source-field.tsx';
import { useQuality } from './use-quality.ts';

interface FiguresPageProps {
  view: QualityView;
  query: QualityQuery;
  onChange(change: Partial<QualityQuery>): void;
  /** There is a newer count. */
  onCounted(): void;
}

/** How much is wrong, as a picture and in tables. */
export function FiguresPage({ view, query: { source }, onChange, onCounted }: FiguresPageProps) {
  const { t } = useQuality();
  useTitle(t('title'));
  const shown = view.sources.filter((each) => source === null || each.source === source);
  return (
    <div class="page stack">
      <Head view={view} source={source} shown={shown} />
      <Counting view={view} onCounted={onCounted} />
      <SourceField
        source={source}
        sources={view.sources.map((each) => each.source)}
        onChange={(next) => onChange({ source: next })}
      />
      {shown.length > 0 && (
        <>
          <SourceBars sources={shown} />
          {QUALITY_GROUPS.map((group) => (
            <QualityTable key={group} group={group} sources={shown} source={source} before={view.before} />
          ))}
        </>
      )}
      <Elsewhere />
    </div>
  );
}

type HeadProps = Pick<FiguresPageProps, 'view'> & { source: string | null; shown: QualityView['sources'] };

function Head({ view: { countedAt }, source, shown }: HeadProps) {
  const { t, voice, sayRule } = useQuality();
  const file = () => new Blob([qualityTable(shown, sayRule)], { type: 'text/csv' });
  return (
    <header class="page-head">
      <div>
        <h1>{t('title')}</h1>
        <p class="muted">{t('lead')}</p>
        {countedAt !== null && (
          <p class="print-only small">
            {t('printed', { source: source ?? t('source.all'), date: sayDate(voice, countedAt) })}
          </p>
        )}
      </div>
      {shown.length > 0 && (
        <div class="row no-print">
          <Button icon="download" onClick={() => handOver(file(), 'quality.csv')}>
            {t('download')}
          </Button>
          <Button icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      )}
    </header>
  );
}

/** When it was counted, and a way to count again for who may. */
function Counting({
  view: { countedAt, changedSince },
  onCounted,
}: Pick<FiguresPageProps, 'view' | 'onCounted'>) {
  const { t, voice } = useQuality();
  const { account } = useSession();
  const { now } = useNow();
  const [problem, setProblem] = useState<ReturnType<typeof asProblem> | null>(null);
  const may = mayEver(account ? { ...account, active: true } : null, 'quality.run');
  const runs = useLoaded(may ? 'quality-runs' : null, (signal) => loadJobs('quality', signal));
  const running = runs.data?.items.find((job) => !isFinal(job.status));
  const begin = () => {
    setProblem(null);
    countQuality().then(runs.reload, (error: unknown) => setProblem(asProblem(error)));
  };
  const again = (
    <Button look={countedAt === null || changedSince ? 'primary' : 'plain'} onClick={begin}>
      {t(countedAt === null ? 'count' : 'again')}
    </Button>
  );
  return (
    <>
      {problem && <ErrorState problem={problem} />}
      {running && (
        <WatchedJob
          kind="quality"
          job={running}
          onEnd={() => {
            runs.reload();
            onCounted();
          }}
        />
      )}
      {countedAt === null && !running && (
        <EmptyState title={t('never')}>
          <p>{t(may ? 'never.help' : 'never.wait')}</p>
          {may && again}
        </EmptyState>
      )}
      {countedAt !== null && (
        <p class="row no-print">
          <span>
            {t('counted', { ago: sayAgo(voice, countedAt, now) ?? '' })}{' '}
            {t(changedSince ? 'changed' : 'unchanged')}
          </span>
          {may && !running && again}
        </p>
      )}
    </>
  );
}
