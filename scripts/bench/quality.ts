import { qualityRule } from '../../core/quality/all-quality-rules.ts';
import type { Deps } from '../../server/deps.ts';
import { countQuality } from '../../server/quality/count-quality.ts';
import { listRecords } from '../../server/quality/list-records.ts';
import { lookAgain } from '../../server/quality/look-again.ts';
import { qualityContext } from '../../server/quality/quality-context.ts';
import { readBackground } from '../../server/quality/quality-store.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { fillWithCopies, plainRead } from './directory/fill-with-copies.ts';
import { round } from './quantile.ts';

/**
 * The quality of a directory of 20,160 services: the first count, a second one that finds the same, and a page of the
 * list of what one rule found. The peer reads the same collections through the driver.
 */
export function benchQuality({ print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps) => {
    const counts = await fillWithCopies(deps);
    const told = { report: async () => undefined, isStopped: () => false };
    for (const what of ['the first count', 'a second count'])
      print({ ...counts, what, ...(await costOf(() => countQuality(deps, told))) });
    print({ ...counts, what: 'a page of a list', ...(await costOf(() => readPage(deps))) });
    print({ ...counts, ...(await plainRead(deps)) });
  });
}

async function readPage(deps: Deps): Promise<void> {
  const rule = qualityRule('not-checked');
  if (!rule) throw new Error('There is no such rule.');
  const sight = { of: 'all', sees: () => true } as const;
  const { items } = await listRecords(deps.db, { rule: rule.name }, sight, { skip: 5_000, limit: 25 });
  const context = qualityContext(deps, await readBackground(deps.db));
  await lookAgain(deps.db, rule, items, context, sight);
}

/** Of this process and by the clock, the database's part in it. */
async function costOf(work: () => Promise<unknown>) {
  const [before, begun] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: round((user + system) / 1000), ms: round(performance.now() - begun) };
}
