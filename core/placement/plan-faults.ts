import { MOST_NAMED } from '../jobs/run-finding.ts';

/**
 * Of pools: `capacity-missing`, `capacity-negative`, `capacity-not-a-number` count as no place, `capacity-fraction` is
 * rounded down; `overdrawn` has more accepted than places. Of choices: `choice-unknown-offer`, `choice-odd-score` and
 * `choice-twice` are left out (of the same one twice the better stays). Of needs: `need-without-choice` has nothing to
 * choose from; the offer of `accepted-gone` is none any more, that of `accepted-unfit` no longer passes the need's limits.
 * Of companies: no offer takes all of `together-nowhere`; `together-apart` are accepted at different ones;
 * `together-left-out` are too many for exact numbers and planned one by one; of `together-outside` one is not in the plan.
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
  'together-outside',
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
