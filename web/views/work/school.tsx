import './work.css';
import './schools.css';
import { useState } from 'preact/hooks';
import type { School } from '../../../core/schools/school.ts';
import { startMatchRun } from '../../api/jobs.ts';
import { loadSchool } from '../../api/schools.ts';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { SchoolPlansFinding } from '../../parts/opportunity-plan/school-plans-finding.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { ArrivalLine } from '../../parts/work/arrival-line.tsx';
import { JobProgress } from '../../parts/work/job-progress.tsx';
import { mayChangeAgreements, mayMatchSchool, maySeeStudentsOf } from '../../parts/work/may.ts';
import { schoolFacts } from '../../parts/work/school-facts.ts';
import { SchoolNear } from '../../parts/work/school-near.tsx';
import { SchoolNeedsList } from '../../parts/work/school-needs-list.tsx';
import { schoolQuery } from '../../parts/work/school-query.ts';
import { SchoolStudents } from '../../parts/work/school-students.tsx';
import { useRun } from '../../parts/work/use-run.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useSession } from '../../state/session.tsx';
import { forgetReplies, useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

export default function SchoolView({ id }: { id: string }) {
  const { t, say } = useWork();
  const { account } = useSession();
  const [query, change] = useQuery(schoolQuery);
  const reach = { minutes: query.minutes, mode: query.mode };
  const page = useLoaded(`school ${id} ${JSON.stringify(reach)}`, (signal) => loadSchool(id, reach, signal), {
    keepLast: true,
  });
  useTitle(page.data?.school.name);
  if (!page.data)
    return (
      <div class="page">
        {page.problem ? (
          <ErrorState page problem={page.problem} onRetry={page.reload} />
        ) : (
          <Skeleton lines={10} />
        )}
      </div>
    );
  const { school } = page.data;
  const isStaff = maySeeStudentsOf(account?.grants ?? [], school);
  const facts = [...schoolFacts(school, t, say), school.phone].filter(Boolean);
  return (
    <div class="page school-page">
      {page.loading && <LoadingBar />}
      <ArrivalLine />
      <header class="stack-tight">
        <p class="small no-print">
          <a href="/schools">
            <Glyph name="arrow-left" size={16} /> {t('school.all')}
          </a>
        </p>
        <h1>{school.name}</h1>
        <p class="muted figures">{facts.join(' · ')}</p>
        {isStaff && <OnPage schoolId={school.id} />}
        {mayChangeAgreements(account?.grants ?? [], school.districtId, [school.id]) && (
          <p class="no-print">
            <a href="/agreements">{t('school.agreements')}</a>
          </p>
        )}
      </header>
      {isStaff && <Staff key={id} school={school} query={query} />}
      <SchoolNear page={page.data} query={query} onChange={(reached) => change(reached, { replace: true })} />
    </div>
  );
}

/** The parts of the page, for who comes for one of them. */
function OnPage({ schoolId }: { schoolId: string }) {
  const { t } = useWork();
  const listsReferrals = useSession().has('coordinator', 'district-leader', 'administrator');
  return (
    <nav class="on-page no-print" aria-label={t('school.onPage')}>
      <ul class="plain-list">
        <li>
          <a href="#needs">{t('school.needs')}</a>
        </li>
        <li>
          <a href="#students">{t('school.students')}</a>
        </li>
        <li>
          <a href="#near">{t('school.near')}</a>
        </li>
        {listsReferrals && (
          <li>
            <a href={`/referrals?${new URLSearchParams({ school: schoolId })}`}>{t('school.referrals')}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What only people who work with the school's students see. */
function Staff({ school, query }: { school: School; query: ReturnType<typeof schoolQuery.parse> }) {
  const schoolId = school.id;
  const { t } = useWork();
  const grants = useSession().account?.grants ?? [];
  const [turn, setTurn] = useState(0);
  const run = useRun({
    kind: 'match',
    start: () => startMatchRun({ scope: 'school', schoolId }),
    isOurs: ({ params }) => params.schoolId === schoolId || params.scope === 'district',
    onEnd: () => {
      forgetReplies();
      setTurn((last) => last + 1);
    },
  });
  return (
    <>
      <SchoolPlansFinding school={school} />
      <div class="section" id="needs">
        <div class="section-head section-head-line">
          <h2>{t('school.needs')}</h2>
          {mayMatchSchool(grants, school) && (
            <Button look="primary" disabled={run.busy} onClick={run.start}>
              {t('school.match')}
            </Button>
          )}
        </div>
        {run.problem && <ErrorState problem={run.problem} onRetry={run.start} />}
        {run.job && <JobProgress kind="match" job={run.job} onRetry={run.start} />}
        <SchoolNeedsList key={turn} schoolId={schoolId} />
        <p class="small no-print">
          <a href="/surveys">{t('school.surveys')}</a> · <a href="/unmet">{t('gaps.notFound')}</a>
        </p>
      </div>
      <SchoolStudents key={`students ${turn}`} school={school} query={query} />
    </>
  );
}
