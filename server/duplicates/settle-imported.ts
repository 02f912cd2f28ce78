import { DUPLICATE_KINDS } from '../../core/duplicates/duplicate-rules.ts';
import { whileNobodyMerges } from './merge-lock.ts';
import type { MergeDeps } from './merge-records.ts';
import { readMerges } from './merge-store.ts';
import { settleMerges } from './settle-merges.ts';

/** Brings what an import wrote, and what was written while somebody merged, into line with all merges that there are. */
export async function settleImported(deps: MergeDeps): Promise<void> {
  const known = await Promise.all(DUPLICATE_KINDS.map((kind) => readMerges(deps.db, kind)));
  if (known.every((merges) => merges.length === 0)) return;
  await whileNobodyMerges(deps.db, deps.clock, async () => {
    const at = deps.clock().toISOString();
    for (const [nth, kind] of DUPLICATE_KINDS.entries()) {
      const ids = known[nth]!.map(({ id }) => id);
      if (ids.length > 0) await settleMerges(deps, kind, ids, at);
    }
  });
}
