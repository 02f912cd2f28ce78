import { z } from 'zod';
import { AccessMeasure } from '../access/access-measure.ts';
import { ModeRule } from '../travel/travel.ts';
import { WhatIfQuestion } from './scenario.ts';

const Numbers = z.array(z.number());
const Texts = z.array(z.string());

/**
 * All that the browser needs to compute what a change would do: who is where, what is there, how one gets about, how it
 * is measured. Columns stand in the order of their ids. Of students it knows what anybody may know: groups.
 */
export const Snapshot = z.object({
  question: WhatIfQuestion,
  /** The day of the demand, "YYYY-MM-DD", and from how many students on a figure is told. */
  asOf: z.iso.date(),
  threshold: z.int().min(1),
  travel: ModeRule,
  /** 2SFCA or E2SFCA, with its decay: of these another site's catchment does not depend on a change. */
  measure: AccessMeasure,
  demand: z.object({
    ids: Texts,
    kinds: z.array(z.enum(['school', 'cell', 'area'])),
    /** Of a school or an area; a cell has none. */
    names: z.array(z.string().nullable()),
    longitude: Numbers,
    latitude: Numbers,
    people: z.array(z.number().positive()),
    /** What the margin of error of `people` leaves possible; absent where all are counts. */
    low: Numbers.optional(),
    high: Numbers.optional(),
  }),
  sites: z.object({
    /** Offers. */
    ids: Texts,
    serviceIds: Texts,
    names: Texts,
    longitude: Numbers,
    latitude: Numbers,
    capacity: Numbers,
    /** Hours a week in which each is open; null where nobody said. */
    hours: z.array(z.number().positive().nullable()),
  }),
  /** Of how many sites nobody told the capacity, so that one place was taken. */
  capacityUnknown: z.int().min(0),
  /** Places of which nothing can be said. */
  noData: Texts,
});
export type Snapshot = z.infer<typeof Snapshot>;
