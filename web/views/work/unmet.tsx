import './work.css';
import { unmetCsv } from '../../../core/unmet/unmet-csv.ts';
import { UNMET_SOURCES, type UnmetEntry } from '../../../core/unmet/unmet-note.ts';
import { handOver } from '../../api/download.ts';
import { loadUnmet, type UnmetLedger } from '../../api/unmet.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { type UnmetQuery, unmetQuery } from '../../parts/unmet/unmet-query.ts';
import { UnmetTable } from '../../parts/unmet/unmet-table.tsx';
import { useUnmet } from '../../parts/unmet/use-unmet.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { sayDate } from '../../text/say-date.ts';

/** The ledger of what was asked for and not found. */
export default function UnmetView() {
  const { t } = useUnmet();
  useTitle(t('title'));
  const [query, change] = useQuery(unmetQuery);
  const { data, problem, loading, reload } = useLoaded(
    `unmet ${query.year}`,
    (signal) => loadUnmet(query.year, signal),
    { keepLast: true },
  );
  const shown = (data?.items ?? []).filter(({ source }) => !query.source || source === query.source);
  const sort = (part: Partial<UnmetQuery>) => change(part, { replace: true });
  return (
    <div class="page stack">
      {loading && data && <LoadingBar />}
      <Head ledger={data} shown={shown} />
      {data && <Controls ledger={data} query={query} onChange={change} />}
      {problem && <ErrorState problem={problem} onRetry={reload} />}
      {data ? (
        <>
          {shown.length > 0 ? <UnmetTable entries={shown} query={query} onChange={sort} /> : <Nothing />}
          <Counted ledger={data} />
        </>
      ) : (
        !problem && <Skeleton lines={8} />
      )}
    </div>
  );
}

function Head({ ledger, shown }: { ledger: UnmetLedger | undefined; shown: readonly UnmetEntry[] }) {
  const { t, main, term, school } = useUnmet();
  const file = () => new Blob([unmetCsv(shown, { term, school })], { type: 'text/csv' });
  const date = sayDate(main, new Date().toISOString());
  return (
    <header class="page-head">
      <div>
        <h1>{t('title')}</h1>
        <p class="muted">{t('lead')}</p>
        {ledger && <p class="print-only small">{t('printed', { year: yearName(ledger.year), date })}</p>}
      </div>
      {shown.length > 0 && (
        <div class="row no-print">
          <Button icon="download" onClick={() => handOver(file(), 'not-found.csv')}>
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

interface ControlsProps {
  ledger: UnmetLedger;
  query: UnmetQuery;
  onChange(change: Partial<UnmetQuery>): void;
}

function Controls({ ledger: { year, years }, query, onChange }: ControlsProps) {
  const { t } = useUnmet();
  const choices = [...new Set([year, ...years])].sort((a, b) => b - a);
  const sources = UNMET_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }));
  return (
    <div class="controls no-print">
      <SelectField
        label={t('year')}
        value={String(year)}
        options={choices.map((each) => ({ value: String(each), label: yearName(each) }))}
        onChange={(value) => onChange({ year: Number(value) })}
      />
      <SelectField
        label={t('source')}
        value={query.source ?? ''}
        options={[{ value: '', label: t('source.all') }, ...sources]}
        onChange={(value) => onChange({ source: UNMET_SOURCES.find((each) => each === value) ?? null })}
      />
    </div>
  );
}

function Nothing() {
  const { t } = useUnmet();
  return (
    <EmptyState title={t('none')}>
      <p>{t('noneHelp')}</p>
    </EmptyState>
  );
}

function Counted({ ledger: { countedOn, threshold } }: { ledger: UnmetLedger }) {
  const { t, main } = useUnmet();
  return <p class="muted small">{t('counted', { date: sayDate(main, countedOn), n: threshold })}</p>;
}

/** "2026–27" */
function yearName(year: number): string {
  return `${year}–${String((year + 1) % 100).padStart(2, '0')}`;
}
