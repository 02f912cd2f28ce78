import { contentHash } from '../imports/content-hash.ts';
import type { CorrectionRecord } from './correction-collection.ts';

/** Another for every value of a field and every change of its correction. */
export function fieldVersion(value: unknown, correction: Pick<CorrectionRecord, 'turn'> | undefined): string {
  return contentHash({ value, turn: correction?.turn ?? 0 }).slice(0, 22);
}
