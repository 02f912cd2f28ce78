import type { Deps } from '../../server/deps.ts';
import { type MatchScope, MatchScope as MatchScopeShape } from '../../server/matches/match-scope.ts';
import { scopeSchools } from '../../server/matches/scope-schools.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { listSchools } from '../../server/schools/school-store.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { Refusal } from '../start/refusal.ts';
import { findSchool } from './find-school.ts';
import type { Command } from './help.ts';
import { watchJob } from './watch-job.ts';

/** Asks for a run, helps the workers with it, and says what came out. */
export const matchCommand: Command = async ({ values, say }) => {
  return async (deps) => {
    const scope = await readScope(deps, values);
    const asked = await scopeSchools(deps.db, scope);
    if (!asked) throw new Refusal('There are no such students. Import schools and students first.');
    runTasks(deps);
    const run = await startMatchRun(deps, scope, asked);
    const job = await watchJob(deps, run.id, say);
    say(job.error ?? JSON.stringify(job.result, null, 2));
    return job.status === 'complete' ? 0 : 1;
  };
};

async function readScope(deps: Deps, values: Readonly<Record<string, unknown>>): Promise<MatchScope> {
  if (typeof values.students === 'string') {
    return MatchScopeShape.parse({
      scope: 'students',
      studentIds: values.students.split(',').map((id) => id.trim()),
    });
  }
  if (typeof values.school !== 'string') return { scope: 'district' };
  return { scope: 'school', schoolId: findSchool(await listSchools(deps.db), values.school).id };
}
