import type { Band } from '../privacy/band.ts';

/** What Trellis knows today about a place, as evidence beside a rating. All of it may be told to anybody. */
export type LiveFigure = PartnersFigure | AgreementsFigure | UptakeFigure | GapsFigure;

interface Dated {
  /** The day it is of, "YYYY-MM-DD". */
  asOf: string;
}

/** Organizations with an agreement in force, and of them those whose papers are all there. */
export interface PartnersFigure extends Dated {
  kind: 'partners';
  partners: number;
  approved: number;
}

/** Agreements in force, those that end soon, and what was promised in them. */
export interface AgreementsFigure extends Dated {
  kind: 'agreements';
  inForce: number;
  ending: number;
  promises: number;
  kept: number;
  late: number;
}

/** Between how many students have a place with a partner; null where that may not be told. */
export interface UptakeFigure extends Dated {
  kind: 'uptake';
  band: Band | null;
  threshold: number;
}

/** What most students need and have no match for. Terms with fewer than the threshold are left out. */
export interface GapsFigure extends Dated {
  kind: 'gaps';
  terms: { term: string; unmet: number }[];
  /** Further terms than those. */
  more: number;
  /** Before the first matching nobody knows. */
  matched: boolean;
  threshold: number;
}
