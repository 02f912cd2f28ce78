import { useState } from 'preact/hooks';
import { POINT_REASONS } from '../../../core/geocoding/point-view.ts';
import { isFinal, type JobView } from '../../../core/jobs/job.ts';
import { loadJobs } from '../../api/jobs.ts';
import { findPoints, loadGeocoder } from '../../api/points.ts';
import type { Problem } from '../../api/problem.ts';
import { useSession } from '../../state/session.tsx';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { useProblemText } from '../states.tsx';
import { WatchedJob } from '../work/watched-job.tsx';
import { usePoints } from './use-points.ts';

/** How many places lack a point, and to have their addresses looked for; for who keeps the directory. */
export function FindPoints() {
  const { has } = useSession();
  return has('administrator', 'community-leader') ? <Finding /> : null;
}

function Finding() {
  const { t } = usePoints();
  const geocoder = useLoaded('geocoder', loadGeocoder);
  const runs = useLoaded('geocode-runs', (signal) => loadJobs('geocode', signal));
  const [problem, setProblem] = useState<Problem | null>(null);
  const reload = () => {
    geocoder.reload();
    runs.reload();
  };
  const find = () =>
    findPoints()
      .then(
        () => setProblem(null),
        (error: unknown) => setProblem(asProblem(error)),
      )
      .finally(reload);
  if (!geocoder.data) return null;
  const { counts, toAsk, geocoder: name } = geocoder.data;
  const newest = runs.data?.items[0];
  const running = newest && !isFinal(newest.status) ? newest : undefined;
  const total = POINT_REASONS.reduce((sum, reason) => sum + (counts[reason] ?? 0), 0);
  const waiting = counts.waiting ?? 0;
  return (
    <section class="section no-print" aria-labelledby="find-points">
      <h2 id="find-points">{t('geocoder.title')}</h2>
      <p>
        {total === 0 ? t('geocoder.none') : t('geocoder.lead', { n: total })}{' '}
        {waiting > 0 && `${t('geocoder.waiting', { n: waiting })} `}
        {total > 0 && <a href="/verify?show=points">{t('geocoder.list')}</a>}
      </p>
      {running && <WatchedJob kind="geocode" job={running} onEnd={reload} />}
      {!running && newest && <Outcome job={newest} />}
      {total > 0 && name === 'none' && <p class="muted">{t('geocoder.off')}</p>}
      {name !== 'none' && !running && toAsk > 0 && (
        <>
          <Button onClick={() => void find()}>{t('geocoder.find', { n: toAsk })}</Button>
          <p class="muted small">{t(`geocoder.${name}`)}</p>
        </>
      )}
      {name !== 'none' && !running && toAsk === 0 && total > 0 && (
        <p class="muted">{t('geocoder.nothing')}</p>
      )}
      {problem && <Refusal problem={problem} />}
    </section>
  );
}

function Outcome({ job: { status, error, result } }: { job: JobView }) {
  const { t } = usePoints();
  if (status === 'failed') return <p class="field-error">{error}</p>;
  if (status !== 'complete' || !result) return null;
  const { placed, waiting, notFound } = result as Record<'placed' | 'waiting' | 'notFound', number>;
  return <p role="status">{t('geocoder.done', { placed, waiting, notFound })}</p>;
}

function Refusal({ problem }: { problem: Problem }) {
  return (
    <p class="state state-error" role="alert">
      {useProblemText(problem)}
    </p>
  );
}
