import './work.css';
import './co-location.css';
import type { CoLocation } from '../../../core/co-location/co-location.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import { loadCoLocation } from '../../api/co-location.ts';
import { Button } from '../../parts/button.tsx';
import {
  CO_LOCATION_VIEWS,
  type CoLocationQuery,
  coLocationQuery,
} from '../../parts/co-location/co-location-query.ts';
import { FarPairs } from '../../parts/co-location/far-pairs.tsx';
import { SchoolHosts } from '../../parts/co-location/school-hosts.tsx';
import { SharedSites } from '../../parts/co-location/shared-sites.tsx';
import { useCoLocation } from '../../parts/co-location/use-co-location.ts';
import { SelectField } from '../../parts/field.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { sayDate } from '../../text/say-date.ts';

const MINUTES = [5, 10, 15, 20, 30, 45, 60];

/** Who shares a roof, what is used together though far apart, and which schools could host. */
export default function CoLocationView() {
  const { t } = useCoLocation();
  useTitle(t('title'));
  const [query, change] = useQuery(coLocationQuery);
  const { minutes, mode } = query;
  const { data, problem, loading, reload } = useLoaded(
    `co-location ${minutes} ${mode}`,
    (signal) => loadCoLocation({ minutes, mode }, signal),
    { keepLast: true },
  );
  return (
    <div class="page co-location">
      {loading && data && <LoadingBar />}
      <header class="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p class="muted">{t('lead')}</p>
        </div>
        {data && (
          <Button class="no-print" icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        )}
      </header>
      <Controls query={query} onChange={(part) => change({ ...part, at: null })} />
      {problem && <ErrorState problem={problem} onRetry={reload} />}
      {data ? (
        <>
          <Shown data={data} query={query} onSelect={(at) => change({ at }, { replace: true })} />
          <Counted data={data} />
        </>
      ) : (
        !problem && <Skeleton lines={10} />
      )}
    </div>
  );
}

function Controls({
  query,
  onChange,
}: {
  query: CoLocationQuery;
  onChange(part: Partial<CoLocationQuery>): void;
}) {
  const { t, main } = useCoLocation();
  const { minutes, mode, show } = query;
  const choices = [...new Set([...MINUTES, minutes])].sort((a, b) => a - b);
  return (
    <div class="section-head no-print">
      <fieldset class="switch">
        <legend class="visually-hidden">{t('show')}</legend>
        {CO_LOCATION_VIEWS.map((view) => (
          <Button key={view} aria-pressed={view === show} onClick={() => onChange({ show: view })}>
            {t(`show.${view}`)}
          </Button>
        ))}
      </fieldset>
      <div class="controls">
        <SelectField
          label={t('minutes')}
          value={String(minutes)}
          options={choices.map((n) => ({ value: String(n), label: t('minutes.n', { n }) }))}
          onChange={(value) => onChange({ minutes: Number(value) })}
        />
        <SelectField
          label={t('mode')}
          value={mode}
          options={TRAVEL_MODES.map((value) => ({ value, label: main.t(`mode.${value}`) }))}
          onChange={(value) => onChange({ mode: TRAVEL_MODES.find((each) => each === value) ?? mode })}
        />
      </div>
    </div>
  );
}

interface ShownProps {
  data: CoLocation;
  query: CoLocationQuery;
  onSelect(at: string | null): void;
}

function Shown({ data, query: { show, at }, onSelect }: ShownProps) {
  const shown = { data, selected: at, onSelect };
  if (show === 'apart') return <FarPairs {...shown} />;
  return show === 'hosts' ? <SchoolHosts {...shown} /> : <SharedSites {...shown} />;
}

function Counted({ data: { countedOn, threshold } }: { data: CoLocation }) {
  const { t, main } = useCoLocation();
  return <p class="muted small">{t('counted', { date: sayDate(main, countedOn), n: threshold })}</p>;
}
