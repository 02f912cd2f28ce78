import './work.css';
import './plans.css';
import { loadJobs } from '../../api/jobs.ts';
import { comparePlans } from '../../api/plans.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { CompareHeads } from '../../parts/plans/compare-heads.tsx';
import { CompareRows } from '../../parts/plans/compare-rows.tsx';
import { isComplete } from '../../parts/plans/plan-job.ts';
import { ComparePick } from '../../parts/plans/plan-list.tsx';
import { usePlans } from '../../parts/plans/use-plans.ts';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import type { QueryShape } from '../../state/use-query.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

const pairQuery: QueryShape<{ a: string; b: string }> = {
  parse: (params) => ({ a: params.get('a') ?? '', b: params.get('b') ?? '' }),
  format: (pair) => new URLSearchParams(pair),
};

/** Two plans side by side: what they come to, whether they are fair, and the needs that differ. */
export default function PlanCompareView() {
  const { t } = usePlans();
  useTitle(t('compare.title'));
  const [{ a, b }] = useQuery(pairQuery);
  return (
    <div class="page plans">
      <header class="page-head">
        <div>
          <p class="small no-print">
            <a href="/plans">
              <Glyph name="arrow-left" size={16} /> {t('plan.all')}
            </a>
          </p>
          <h1>{t('compare.title')}</h1>
          <p class="muted no-print">{t('compare.lead')}</p>
        </div>
      </header>
      {a && b ? <Compared key={`${a} ${b}`} a={a} b={b} /> : <PickTwo />}
    </div>
  );
}

function Compared({ a, b }: { a: string; b: string }) {
  const { t } = usePlans();
  const compared = useLoaded(`compare ${a} ${b}`, (signal) => comparePlans(a, b, signal));
  const { data, problem } = compared;
  if (problem) return <ErrorState problem={problem} onRetry={compared.reload} />;
  if (!data) return <Skeleton lines={10} />;
  return (
    <>
      <CompareHeads a={data.a} b={data.b} />
      {data.rows.length === 0 ? <p>{t('compare.same')}</p> : <CompareRows comparison={data} />}
    </>
  );
}

function PickTwo() {
  const { t } = usePlans();
  const plans = useLoaded('plans', (signal) => loadJobs('plan', signal));
  return (
    <LoadedPage loaded={plans}>
      {({ items }) => {
        const made = items.filter(isComplete);
        return made.length > 1 ? <ComparePick jobs={made} /> : <EmptyState title={t('compare.choose')} />;
      }}
    </LoadedPage>
  );
}
