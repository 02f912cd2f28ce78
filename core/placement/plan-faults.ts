import { MOST_NAMED } from '../jobs/run-finding.ts';

/**
 * `capacity-missing`, `capacity-negative`, `capacity-not-a-number`: counted as no place · `capacity-fraction`: rounded
 * down · `choice-unknown-offer`, `choice-odd-score`, `choice-twice`: left out (of the same one twice the better stays) ·
 * `need-without-choice`: there is nothing for it · `accepted-gone`: the accepted offer is no offer any more ·
 * `accepted-unfit`: it is, but no longer passes the need's limits · `overdrawn`: more is accepted than there are places
 * · `together-nowhere`: no offer takes all that are kept together · `together-apart`: they are accepted at different ones
 * · `together-left-out`: too many are kept together for exact numbers, these are planned one by one. The first four and
 * the last but `overdrawn` count pools, choices, needs or companies, as their names say.
 */
export const PLAN_FAULTS = [
  'capacity-missing',
  'capacity-negative',
  'capacity-not-a-number',
  'capacity-fraction',
  'choice-unknown-offer',
  'choice-odd-score',
  'choice-twice',
  'need-without-choice',
  'accepted-gone',
  'accepted-unfit',
  'overdrawn',
  'together-nowhere',
  'together-apart',
  'together-left-out',
] as const;
export type PlanFaultCode = (typeof PLAN_FAULTS)[number];

export interface PlanFault {
  code: PlanFaultCode;
  count: number;
  /** Some of the offers that it is about, in the order in which they were met. */
  offerIds: string[];
}

export interface FaultBook {
  note(code: PlanFaultCode, offerId?: string): void;
  /** In the order of PLAN_FAULTS. */
  faults(): PlanFault[];
}

export function makeFaultBook(): FaultBook {
  const pages = new Map<PlanFaultCode, { count: number; offerIds: Set<string> }>();
  return {
    note(code, offerId) {
      const page = pages.get(code) ?? { count: 0, offerIds: new Set() };
      pages.set(code, page);
      page.count++;
      if (offerId !== undefined && page.offerIds.size < MOST_NAMED) page.offerIds.add(offerId);
    },
    faults: () =>
      PLAN_FAULTS.flatMap((code) => {
        const page = pages.get(code);
        return page ? [{ code, count: page.count, offerIds: [...page.offerIds] }] : [];
      }),
  };
}
