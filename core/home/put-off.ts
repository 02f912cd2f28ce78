import type { WaitingItem, WaitingKind } from './waiting.ts';

/** That somebody does not want to hear of a kind any more on a day. */
export interface PutOff {
  kind: WaitingKind;
  /** How much of it waited then. */
  count: number;
  /** The day on which it was put off, by the clock of the district: "YYYY-MM-DD". */
  on: string;
}

/** Kinds that count what is late already: one more of them is not to wait until tomorrow. */
const LATE: ReadonlySet<WaitingKind> = new Set<WaitingKind>([
  'referrals-late',
  'promises-late',
  'reviews-falling',
  'reviews-overdue',
]);

/** Parts what is put off for today from what waits. It comes back with the next day, or once more of it is late. */
export function partPutOff(
  items: readonly WaitingItem[],
  putOffs: readonly PutOff[],
  today: string,
): { waiting: WaitingItem[]; putOff: WaitingItem[] } {
  const isPutOff = ({ kind, count }: WaitingItem) =>
    putOffs.some((one) => one.kind === kind && one.on === today && !(LATE.has(kind) && count > one.count));
  return { waiting: items.filter((item) => !isPutOff(item)), putOff: items.filter(isPutOff) };
}
