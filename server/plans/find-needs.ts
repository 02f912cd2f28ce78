import type { JobProgress } from '../../core/jobs/job.ts';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import type { PlanParams } from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import type { MatchWorld } from '../matches/match-world.ts';
import { countStudents, scopeStudents } from '../matches/scope-students.ts';
import { collectNeeds, type PlanNeeds } from './plan-needs.ts';
import { scopeOf } from './plan-scope.ts';

export interface Watch {
  report(progress: JobProgress): Promise<void>;
  signal: AbortSignal;
}

/**
 * The needs of a plan's students with all that each could take, a batch of students at a time. Undefined when the work
 * was called off.
 */
export async function findNeeds(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  world: MatchWorld,
  params: PlanParams,
  { report, signal }: Watch,
): Promise<{ found: PlanNeeds; findings: RunFinding[] } | undefined> {
  const scope = scopeOf(params);
  const total = await countStudents(deps.db, scope);
  const isAsked = needFilter(deps.rules.taxonomy, params.terms);
  const faults = world.studentFaults();
  const needs = collectNeeds();
  let done = 0;
  for await (const students of scopeStudents(deps, scope)) {
    await report({ step: 'choices', done, total });
    if (signal.aborted) return undefined;
    for (const student of students) {
      faults.see(student);
      const asked = { ...student, needs: student.needs.filter(isAsked) };
      needs.add(asked, world.eligible(asked));
    }
    done += students.length;
  }
  return { found: needs.all(), findings: faults.findings() };
}

/** Needs of the terms and of what lies below them. */
function needFilter(taxonomy: Deps['rules']['taxonomy'], terms: readonly string[] | undefined) {
  if (!terms) return () => true;
  const asked = new Set(terms);
  return ({ term }: { term: string }) => [term, ...taxonomy.lineage(term)].some((one) => asked.has(one));
}
