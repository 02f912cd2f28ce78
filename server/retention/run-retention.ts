import { randomUUID } from 'node:crypto';
import { keptUntil, type RetainedKind } from '../../core/retention/period.ts';
import type { RetentionItem, RetentionReport } from '../../core/retention/retention-report.ts';
import type { Deps } from '../deps.ts';
import { addItem, beginReport, endReport } from './retention-store.ts';
import { SWEEPS } from './sweeps.ts';

type Asked = Pick<Deps, 'db' | 'queues' | 'rules' | 'clock'>;

/**
 * Deletes what has been kept long enough, and writes down kind by kind what it deleted. Killed at any moment, it has
 * told of all but the kind in hand, and the next one goes on.
 */
export async function runRetention(deps: Asked): Promise<RetentionReport> {
  const now = deps.clock();
  const id = randomUUID();
  await beginReport(deps.db, { id, startedAt: now.toISOString(), items: [] });
  for (const [kind, sweep] of Object.entries(SWEEPS) as [RetainedKind, (typeof SWEEPS)[RetainedKind]][]) {
    const period = deps.rules.retention.find((one) => one.kind === kind);
    if (!period) continue;
    const { deleted, oldest } = await sweep(deps, keptUntil(now, period));
    const item: RetentionItem = { kind, days: period.days, deleted, ...(oldest !== undefined && { oldest }) };
    await addItem(deps.db, id, item);
  }
  return endReport(deps.db, id, deps.clock());
}
