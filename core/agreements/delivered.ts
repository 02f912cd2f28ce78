import type { Agreement } from './agreement.ts';

export interface PromiseState {
  promiseId: string;
  promised: number;
  delivered: number;
  /** Its day is past and something lacks. */
  late: boolean;
}

/** How far each promise has come, in the order of the promises. */
export function deliveredOf(
  { promises, deliveries }: Pick<Agreement, 'promises' | 'deliveries'>,
  day: string,
): PromiseState[] {
  return promises.map(({ id, quantity, by }) => {
    const rows = deliveries.filter(({ promiseId }) => promiseId === id);
    const delivered = rows.reduce((sum, row) => sum + row.quantity, 0);
    return {
      promiseId: id,
      promised: quantity,
      delivered,
      late: by !== undefined && by < day && delivered < quantity,
    };
  });
}
