import { stepsInKm } from '../../../core/access/points/steps-in-km.ts';
import { demandAsked, measureAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapParams } from '../../../core/gaps/gap.ts';
import { readAreaSet } from '../../demand/area-set-store.ts';
import type { Deps } from '../../deps.ts';
import { loadGapProblem } from '../gap-problem.ts';
import type { RangeProblemRecord } from './range-collections.ts';
import { readProblem, writeProblem } from './range-store.ts';
import { splitProblem } from './split-problem.ts';

/**
 * Cuts a run into ranges, once, where it is too large for one worker and can be cut: children of more census areas than
 * a range has, by a measure that goes by steps of straight line. Undefined where it is computed in one go.
 */
export async function splitGapRun(
  deps: Pick<Deps, 'db' | 'rules' | 'config'>,
  runId: string,
  params: GapParams,
  now: Date,
): Promise<RangeProblemRecord | undefined> {
  const { db, rules, config } = deps;
  const measure = measureAsked(params);
  const steps = measure && stepsInKm(measure, rules.travel[params.mode]);
  const size = config.workers.rangeAreas;
  if (!steps || demandAsked(params).of !== 'children' || config.travel.engine !== 'straight')
    return undefined;
  const begun = await readProblem(db, runId);
  if (begun) return begun;
  if (((await readAreaSet(db))?.areas ?? 0) <= size) return undefined;
  const loaded = await loadGapProblem(deps, params, measure, now);
  const { problem, ranges } = splitProblem(runId, { ...loaded, measure }, steps, size);
  await writeProblem(db, problem, ranges);
  return problem;
}
