import { QUALITY_KINDS } from '../../core/quality/subject.ts';
import { createTally } from '../../core/quality/tally.ts';
import type { Deps } from '../deps.ts';
import { readOfferState } from '../directory/offer-changes.ts';
import { examine } from './examine.ts';
import type { QualityCount } from './quality-collections.ts';
import { qualityContext } from './quality-context.ts';
import { keepBackground, settleRange } from './quality-store.ts';
import { learnBackground } from './read-background.ts';
import { countRecords, readRecordsAfter } from './read-records.ts';

/** Records a batch: what is in memory at once. */
const BATCH = 500;

interface Told {
  report(progress: { step: string; done: number; total: number }): Promise<void>;
  isStopped(): boolean;
}

/**
 * Looks at every record of the directory once, by kind and id, and writes down which rules found something.
 * Undefined where it was stopped half way.
 */
export async function countQuality(
  deps: Pick<Deps, 'db' | 'rules' | 'clock'>,
  { report, isStopped }: Told,
): Promise<Omit<QualityCount, 'id'> | undefined> {
  const { db } = deps;
  const at = deps.clock().toISOString();
  const { state: offerState } = await readOfferState(db, undefined);
  const background = await learnBackground(db, deps.rules.quality);
  await keepBackground(db, background);
  const context = qualityContext(deps, background);
  const [all, open] = [createTally(), createTally()];
  for (const kind of QUALITY_KINDS) {
    const total = await countRecords(db, kind);
    for (let after = '', done = 0, isLast = false; !isLast; ) {
      if (isStopped()) return undefined;
      const records = await readRecordsAfter(db, kind, after, BATCH);
      isLast = records.length < BATCH;
      const upTo = isLast ? undefined : records.at(-1)?.id;
      const examined = await examine(db, kind, records, context);
      await settleRange(db, { kind, after, upTo }, examined);
      for (const record of examined) {
        all.add(record);
        if (!record.isSecret) open.add(record);
      }
      done += records.length;
      after = upTo ?? after;
      await report({ step: `quality-${kind}`, done, total: Math.max(done, total) });
    }
  }
  return { at, offerState, all: all.sources(), open: open.sources() };
}
