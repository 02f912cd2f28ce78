import { z } from 'zod';
import { JobView } from '../../core/jobs/job.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { accepted } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { listJobs } from '../jobs/job-store.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import { readSchool } from '../schools/school-store.ts';
import { MatchScope } from './match-scope.ts';
import { discardMatches } from './match-store.ts';
import { SchoolNeeds, StudentMatchesView } from './matches-answers.ts';
import { readSchoolNeeds } from './read-school-needs.ts';
import { readStudentMatches } from './read-student-matches.ts';
import { runResource } from './run-resource.ts';
import { scopeSchools } from './scope-schools.ts';
import { readStudents } from './scope-students.ts';
import { startMatchRun } from './start-match-run.ts';
import { tellSchoolNeeds } from './tell-school-needs.ts';

const Id = z.object({ id: z.string().max(100) });

export function matchRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  return [
    route({
      method: 'post',
      path: '/match-runs',
      summary: 'Match students with services',
      action: 'matches.run',
      startsWork: true,
      body: MatchScope,
      returns: accepted(JobView),
      handle: async ({ body, account, access, res }) => {
        const asked = await scopeSchools(deps.db, body);
        if (!asked) throw notFound();
        await access.must(runResource({ params: body, ...asked }));
        const job = await startMatchRun(deps, body, { ...asked, accountId: account?.id });
        return jobStarted(res, '/match-runs', job);
      },
    }),
    route({
      method: 'get',
      path: '/students/:id/matches',
      summary: 'The matches of a student, with reasons',
      action: 'student.read',
      params: Id,
      returns: StudentMatchesView,
      handle: async ({ params, access }) => {
        const [student] = await readStudents(deps, [params.id]);
        if (!student) throw notFound();
        const redact = await access.must(studentResource(student, utcDay(clock())));
        return readStudentMatches(deps, student, clock(), redact);
      },
    }),
    route({
      method: 'get',
      path: '/schools/:id/needs',
      summary: "What a school's students need, and how much of it is met",
      action: 'school-needs.read',
      params: Id,
      returns: SchoolNeeds,
      handle: async ({ params, access }) => {
        const school = await readSchool(deps.db, params.id);
        if (!school) throw notFound();
        const redact = await access.must({ districtId: school.districtId, schoolIds: [school.id] });
        return showNeeds(deps, school.id, redact.has('small-numbers') ? clock() : undefined);
      },
    }),
    ...jobRoutes(deps, {
      kind: 'match',
      path: '/match-runs',
      name: 'match run',
      read: 'match-runs.read',
      cancel: 'matches.run',
      resourceOf: runResource,
      onCancel: (job) => discardMatches(deps.db, job.id),
    }),
  ];
}

/** Everything to people who may see small numbers; to others (`closedAt`) what the newest count tells. */
async function showNeeds({ db, rules }: Deps, schoolId: string, closedAt: Date | undefined) {
  const readNeeds = async () =>
    closedAt
      ? tellSchoolNeeds(await currentCounts(db, rules, closedAt), schoolId, rules.taxonomy)
      : readSchoolNeeds(db, schoolId);
  const [needs, runs] = await Promise.all([
    readNeeds(),
    listJobs(db, 'match', { status: 'complete', schoolId, limit: 1 }),
  ]);
  const [run] = runs;
  return { ...needs, run: run ? { id: run.id, finishedAt: run.finishedAt } : null };
}
