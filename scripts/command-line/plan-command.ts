import { scopeSchools } from '../../server/matches/scope-schools.ts';
import { scopeOf } from '../../server/plans/plan-scope.ts';
import { startPlan } from '../../server/plans/start-plan.ts';
import { listSchools } from '../../server/schools/school-store.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { Refusal } from '../start/refusal.ts';
import { findSchool } from './find-school.ts';
import type { Command } from './help.ts';
import { watchJob } from './watch-job.ts';

/** Makes a plan of the district or of a school and says how it came out. Nothing of it is in force. */
export const planCommand: Command = async ({ values, say }) => {
  return async (deps) => {
    const { school } = values;
    const schoolId =
      typeof school === 'string' ? findSchool(await listSchools(deps.db), school).id : undefined;
    const params =
      schoolId === undefined ? { scope: 'district' as const } : { scope: 'school' as const, schoolId };
    const asked = await scopeSchools(deps.db, scopeOf(params));
    if (!asked) throw new Refusal('There are no schools. Import schools and students first.');
    runTasks(deps);
    const plan = await startPlan(deps, params, asked);
    const job = await watchJob(deps, plan.id, say);
    say(job.error ?? JSON.stringify(job.result, null, 2));
    return job.status === 'complete' ? 0 : 1;
  };
};
