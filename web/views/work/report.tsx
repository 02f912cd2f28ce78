import './work.css';
import './gaps.css';
import './plans.css';
import './what-if.css';
import './where-next.css';
import './report.css';
import { useState } from 'preact/hooks';
import type { GapResult } from '../../../core/gaps/gap.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Proposals } from '../../parts/report/proposals.tsx';
import { ReportParts } from '../../parts/report/report-parts.tsx';
import { type ReportQuery, reportQuery } from '../../parts/report/report-query.ts';
import { useReport } from '../../parts/report/use-report.ts';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { gapQuery } from '../../parts/work/gap-query.ts';
import { useGapRun } from '../../parts/work/use-gap-run.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** Who reads where schools stand. */
const ASSESSORS = ['administrator', 'district-leader', 'coordinator', 'staff'] as const;

/** The answer to one question on paper: for a board that decides. */
export default function ReportView() {
  const { r } = useReport();
  useTitle(r('title'));
  const [asked] = useQuery(reportQuery);
  const { runs, question, shown, result } = useGapRun(asked);
  const query = { ...asked, ...question };
  const problem = runs.problem ?? result.problem;
  const gaps = `/gaps?${gapQuery.format(query)}`;
  return (
    <div class="page report">
      {shown && result.data ? (
        <Report job={shown} result={result.data} query={query} gaps={gaps} />
      ) : problem ? (
        <ErrorState problem={problem} onRetry={runs.problem ? runs.reload : result.reload} page />
      ) : runs.data && !shown ? (
        <EmptyState title={r('none')}>
          <p>{r('none.help')}</p>
          <LinkButton href={gaps} look="primary">
            {r('none.go')}
          </LinkButton>
          <Proposals query={query} />
        </EmptyState>
      ) : (
        <Skeleton lines={12} />
      )}
    </div>
  );
}

interface ReportProps {
  job: JobView;
  result: GapResult;
  query: ReportQuery;
  gaps: string;
}

function Report({ job, result, query, gaps }: ReportProps) {
  const { r, t, say, term } = useReport();
  const { config } = useSetting();
  const session = useSession();
  const [madeAt] = useState(() => new Date().toISOString());
  const measured = say.date(job.finishedAt ?? job.createdAt);
  return (
    <>
      <header class="page-head">
        <div>
          <p class="muted">{config?.district?.name}</p>
          <h1>
            {r('title')}: {say.list(result.params.terms.map(term))}
          </h1>
          <p class="muted small">{r('made', { date: say.date(madeAt), measured })}</p>
        </div>
        <div class="row no-print">
          <LinkButton href={gaps}>{r('link.back')}</LinkButton>
          {session.has(...ASSESSORS) && (
            <LinkButton href="/assessments/report">{r('link.assessments')}</LinkButton>
          )}
          <Button icon="printer" look="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </header>
      <p class="muted small no-print">{r('pdf')}</p>
      <ReportParts job={job} result={result} query={query} />
    </>
  );
}
