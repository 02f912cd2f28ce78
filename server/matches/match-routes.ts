import { z } from 'zod';
import type { Role } from '../../core/accounts/role.ts';
import type { Account } from '../accounts/account.ts';
import {
  mayRunMatches,
  maySeeSchoolStudents,
  maySeeSmallNumbers,
  maySeeStudent,
} from '../accounts/policy.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { listJobs } from '../jobs/job-store.ts';
import { readSchool } from '../schools/school-store.ts';
import { readStudent } from '../students/student-store.ts';
import { MatchScope } from './match-scope.ts';
import { discardMatches } from './match-store.ts';
import { readSchoolNeeds } from './read-school-needs.ts';
import { readStudentMatches } from './read-student-matches.ts';
import { scopeSchools } from './scope-schools.ts';
import { countStudents } from './scope-students.ts';
import { startMatchRun } from './start-match-run.ts';

const WHO: readonly Role[] = ['administrator', 'district-leader', 'coordinator'];
const STAFF: readonly Role[] = [...WHO, 'staff'];
const Id = z.object({ id: z.string().max(100) });

export function matchRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  return [
    route({
      method: 'post',
      path: '/match-runs',
      who: WHO,
      body: MatchScope,
      handle: async ({ body, account, res }) => {
        const asked = await scopeSchools(deps.db, body);
        if (!asked || !mayRunMatches(account, asked)) throw notFound();
        const job = await startMatchRun(deps, body, { ...asked, accountId: account?.id });
        return jobStarted(res, '/match-runs', job);
      },
    }),
    route({
      method: 'get',
      path: '/students/:id/matches',
      who: [...STAFF, 'family'],
      params: Id,
      handle: async ({ params, account }) => {
        const student = await readStudent(deps.db, params.id);
        if (!student || !maySeeStudent(account, student)) throw notFound();
        return readStudentMatches(deps, student, clock());
      },
    }),
    route({
      method: 'get',
      path: '/schools/:id/needs',
      who: STAFF,
      params: Id,
      handle: async ({ params, account }) => {
        const school = await readSchool(deps.db, params.id);
        if (!school || !maySeeSchoolStudents(account, { ...school, schoolId: school.id })) throw notFound();
        return showNeeds(deps, school.id, !maySeeSmallNumbers(account, school.id));
      },
    }),
    ...jobRoutes(deps, {
      kind: 'match',
      path: '/match-runs',
      readers: WHO,
      cancellers: WHO,
      maySee: maySeeRun,
      onCancel: (job) => discardMatches(deps.db, job.id),
    }),
  ];
}

async function showNeeds({ db }: Deps, schoolId: string, hideSmall: boolean) {
  const [items, students, runs] = await Promise.all([
    readSchoolNeeds(db, schoolId, hideSmall),
    countStudents(db, { scope: 'school', schoolId }),
    listJobs(db, 'match', { status: 'complete', schoolId, limit: 1 }),
  ]);
  const [run] = runs;
  return { items, students, run: run ? { id: run.id, finishedAt: run.finishedAt } : null };
}

/** A coordinator sees the runs of own schools; who leads sees all. */
function maySeeRun(account: Account | null, job: JobRecord): boolean {
  const params = MatchScope.safeParse(job.params);
  if (!params.success) return false;
  const { scope } = params.data;
  return mayRunMatches(account, { scope, districtId: job.districtId ?? '', schoolIds: job.schoolIds ?? [] });
}
