import { utcDay } from '../../../core/schedule/utc-day.ts';
import './work.css';
import './student.css';
import './matching.css';
import './referrals.css';
import { useState } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import { startMatchRun } from '../../api/jobs.ts';
import { loadMatches, loadStudent, type StudentPage } from '../../api/students.ts';
import { EligibilityProvider } from '../../parts/eligibility/eligibility-provider.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { ReferralsProvider } from '../../parts/referrals/referrals-provider.tsx';
import { StudentReferrals } from '../../parts/referrals/student-referrals.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { JobProgress } from '../../parts/work/job-progress.tsx';
import {
  mayEditStudentsOf,
  mayMatchSchool,
  mayReadConsentsOf,
  mayReferStudentsOf,
  maySeeReaders,
} from '../../parts/work/may.ts';
import { StudentEditing } from '../../parts/work/student-editing.tsx';
import { StudentHead } from '../../parts/work/student-head.tsx';
import { StudentMatchesList } from '../../parts/work/student-matches-list.tsx';
import { useRun } from '../../parts/work/use-run.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

const Consents = lazy(() => import('./consents.tsx'));
const OpportunityPlan = lazy(() => import('./opportunity-plan.tsx'));
const StudentReviews = lazy(() => import('./student-reviews.tsx'));
const ForgetStudent = lazy(() => import('./forget-student.tsx'));

/** A student's page, or the part of it that the address names. */
export default function StudentPages({ id, part }: { id: string; part?: string }) {
  if (part === 'consents') return <Consents id={id} />;
  if (part === 'plan') return <OpportunityPlan id={id} />;
  if (part === 'reviews') return <StudentReviews id={id} />;
  return (
    <EligibilityProvider>
      <StudentView id={id} />
    </EligibilityProvider>
  );
}

function StudentView({ id }: { id: string }) {
  const { t } = useWork();
  const page = useLoaded(`student ${id}`, (signal) => loadStudent(id, signal));
  useTitle(page.data && t('student.title', { id: page.data.student.localId }));
  return (
    <div class="page student">
      {page.loading && page.data && <LoadingBar />}
      {page.data ? (
        <Loaded key={id} page={page.data} reload={page.reload} />
      ) : page.problem ? (
        <ErrorState page problem={page.problem} onRetry={page.reload} />
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}

function Loaded({ page, reload }: { page: StudentPage; reload(): void }) {
  const { student, school } = page;
  const session = useSession();
  const grants = session.account?.grants ?? [];
  const matches = useLoaded(`matches ${student.id}`, (signal) => loadMatches(student.id, signal));
  const run = useRun({
    kind: 'match',
    start: () => startMatchRun({ scope: 'students', studentIds: [student.id] }),
    onEnd: matches.reload,
  });
  const [editing, setEditing] = useState(false);
  const mayEdit = mayEditStudentsOf(grants, school);
  const mayRefer = mayReferStudentsOf(grants, school);
  const mayMatch = mayMatchSchool(grants, school);
  return (
    <ReferralsProvider studentId={student.id} mayRefer={mayRefer}>
      <StudentHead
        student={student}
        school={school}
        run={matches.data?.run ?? null}
        mayReadConsents={mayReadConsentsOf(grants, school, student.id)}
        readers={maySeeReaders(grants, student, utcDay(new Date()))}
        {...(mayEdit && !editing ? { onEdit: () => setEditing(true) } : {})}
      />
      <StudentEditing
        student={student}
        editing={editing}
        onClose={() => setEditing(false)}
        onSaved={() => {
          reload();
          matches.reload();
        }}
      />
      {run.job && <JobProgress kind="match" job={run.job} onRetry={run.start} />}
      {run.problem && <ErrorState problem={run.problem} onRetry={run.start} />}
      {!mayRefer && <StudentReferrals />}
      {matches.data ? (
        <StudentMatchesList
          page={matches.data}
          school={school}
          run={run.busy || !mayMatch ? undefined : run.start}
          onEdit={mayEdit && !editing ? () => setEditing(true) : undefined}
        />
      ) : matches.problem ? (
        <ErrorState problem={matches.problem} onRetry={matches.reload} />
      ) : (
        <Skeleton lines={8} />
      )}
      {mayRefer && <StudentReferrals />}
      <ErrorBoundary>
        {session.has('administrator') && <ForgetStudent student={student} school={school} />}
      </ErrorBoundary>
    </ReferralsProvider>
  );
}
