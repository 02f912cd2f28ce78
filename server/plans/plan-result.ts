import type { Connection } from 'mongoose';
import type { JobView } from '../../core/jobs/job.ts';
import { planTotals } from '../../core/placement/plan-totals.ts';
import { readPlan, readRowRecords } from './plan-store.ts';

/** What the list of plans says of one: how it came out, before anybody decided anything. */
export async function planResult(db: Connection, planId: string): Promise<NonNullable<JobView['result']>> {
  const [plan, rows] = await Promise.all([readPlan(db, planId), readRowRecords(db, planId)]);
  const { counts, total } = planTotals(rows);
  const placed = counts.proposed + counts.accepted;
  return { needs: rows.length, placed, total, optimal: plan?.certificate.optimal ?? false };
}
