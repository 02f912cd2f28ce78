import type { Connection } from 'mongoose';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import type { PlanSummary } from '../../core/placement/plan.ts';
import { planTotals } from '../../core/placement/plan-totals.ts';
import type { Deps } from '../deps.ts';
import type { Rules } from '../rules.ts';
import { matchingRulesOf } from '../weights/matching-rules-of.ts';
import { lastDecision } from './decision-store.ts';
import type { OpenRows } from './open-rows.ts';
import type { PlanRecord } from './plan-collections.ts';
import { haveChanged } from './plan-inputs.ts';
import type { PlanPart } from './plan-resource.ts';

/** What stands above the rows, counted over those that are open. */
export async function summarizePlan(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  { plan, rows, part }: OpenRows,
): Promise<PlanSummary> {
  const [last, stale] = await Promise.all([lastDecision(db, plan.id), isStale(db, rules, plan)]);
  const { id, number, params, createdAt, certificate, findings } = plan;
  const mayUndo = last !== undefined && isWithin(last, part);
  return {
    id,
    whole: part.whole,
    number,
    title: params.title ?? '',
    params,
    createdAt,
    ...planTotals(rows.map(({ state, record: { urgency, score } }) => ({ state, urgency, score }))),
    certificate,
    findings: part.whole ? findings : findings.filter(isAboutOffers),
    undo: mayUndo ? { kind: last.kind, rows: last.rows } : null,
    stale,
  };
}

/** The others count students, also of schools that are not open. */
function isAboutOffers({ offers }: RunFinding): boolean {
  return offers.length > 0;
}

async function isStale(db: Connection, rules: Rules, plan: PlanRecord): Promise<boolean> {
  const now = { ...rules, matching: await matchingRulesOf(db, rules, plan.districtId) };
  return haveChanged(db, now, plan.params, plan.inputs);
}

/** A decision can be taken back by who may decide on all that it changed. */
export function isWithin({ schoolIds }: { schoolIds: readonly string[] }, part: PlanPart): boolean {
  return part.whole || schoolIds.every((id) => part.schoolIds.includes(id));
}
