import { performance } from 'node:perf_hooks';
import { PlanParams } from '../core/placement/plan.ts';
import { planPlacement } from '../core/placement/plan-placement.ts';
import type { Deps } from '../server/deps.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, failJob } from '../server/jobs/job-store.ts';
import { progressReporter } from '../server/jobs/progress-reporter.ts';
import { loadMatchWorld } from '../server/matches/match-world.ts';
import { composePlan } from '../server/plans/compose-plan.ts';
import { findNeeds, type Watch } from '../server/plans/find-needs.ts';
import { readChoices } from '../server/plans/plan-choices.ts';
import type { PlanPairRecord, PlanRecord, PlanRowRecord } from '../server/plans/plan-collections.ts';
import { planFindings } from '../server/plans/plan-findings.ts';
import { readPlanInputs } from '../server/plans/plan-inputs.ts';
import { planResult } from '../server/plans/plan-result.ts';
import { planPairsOf, planRowsOf } from '../server/plans/plan-rows.ts';
import { readPlan, writePlan } from '../server/plans/plan-store.ts';
import { provePlan } from '../server/plans/prove-plan.ts';
import { togetherOutside } from '../server/plans/together-outside.ts';
import { listSchools } from '../server/schools/school-store.ts';
import { rulesOfRun } from '../server/weights/matching-rules-of.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/**
 * Makes and stores one plan. Killed anywhere, it is made again from the start, and comes out the same; one that is stored
 * already stays, with what was decided on it since.
 */
export async function makePlan(deps: Deps, jobId: string): Promise<void> {
  const { db } = deps;
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  if (!(await readPlan(db, jobId))) {
    const made = await plan(deps, job, progressReporter(deps, jobId));
    if (!made || !(await beginFinish(db, jobId))) return;
    await writePlan(db, made.plan, made.rows, made.pairs);
  }
  await announced(deps, completeJob(db, jobId, await planResult(db, jobId)));
}

interface Made {
  plan: PlanRecord;
  rows: PlanRowRecord[];
  pairs: PlanPairRecord[];
}

/** Undefined when the work was called off, or when the plan is not what it should be: then the job has failed. */
async function plan(deps: Deps, job: JobRecord, watch: Watch): Promise<Made | undefined> {
  const { db } = deps;
  const rules = rulesOfRun(deps.rules, job);
  const goesOn = async (step: string) => {
    await watch.report({ step, done: 0 });
    return !watch.signal.aborted;
  };
  const params = PlanParams.parse(job.params);
  if (!(await goesOn('students'))) return undefined;
  const inputs = await readPlanInputs(db, rules, params);
  const world = await loadMatchWorld({ ...deps, rules }, job.createdAt.slice(0, 10));
  const [choices, schools] = await Promise.all([readChoices(db, params.basedOn), listSchools(db)]);
  const needs = await findNeeds(deps, world, params, watch);
  if (!needs || !(await goesOn('solving'))) return undefined;
  const { found } = needs;
  const { offers } = world;
  const begun = performance.now();
  const outcome = planPlacement(composePlan({ params, rules, offers, schools, found, choices }));
  const solveMs = performance.now() - begun;
  if (!(await goesOn('checking'))) return undefined;
  const certificate = provePlan(outcome, { solveMs, checkedAt: deps.clock().toISOString() });
  if (!certificate) {
    await announced(deps, failJob(db, job.id, FAULTY));
    return undefined;
  }
  if (!(await goesOn('storing'))) return undefined;
  const { id, number, createdAt, districtId = '', schoolIds = [] } = job;
  const ofInputs = [...world.offerFaults(), ...needs.findings];
  const faults = [...outcome.faults, ...togetherOutside(found, choices)];
  const findings = planFindings(offers, rules.placement, ofInputs, faults);
  const made = { id, number, createdAt, districtId, schoolIds, params, certificate, findings, inputs };
  return {
    plan: { ...made, decisions: 0 },
    rows: planRowsOf(id, found, offers, outcome, choices),
    pairs: planPairsOf(id, found, choices),
  };
}

const FAULTY =
  'The plan did not pass its own check, so it was not kept. Nothing was changed. Please tell whoever runs Trellis.';
