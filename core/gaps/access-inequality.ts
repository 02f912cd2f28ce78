import { z } from 'zod';
import type { DemandPlace } from '../demand/demand-place.ts';
import { atkinson } from '../inequality/atkinson.ts';
import { giniWeighted } from '../inequality/gini.ts';
import { lorenz } from '../inequality/lorenz.ts';
import { meansByGroup } from '../inequality/means-by-group.ts';
import { theil, theilByGroup } from '../inequality/theil.ts';
import { shareBelow } from './share-below.ts';

export const EQUITY_GROUPS = ['locale', 'deprivation'] as const;
export type EquityGroup = (typeof EQUITY_GROUPS)[number];

/** Weighs those who have little about as much as the square root does; the usual first choice. */
export const ATKINSON_EPSILON = 0.5;

const GroupMean = z.object({
  group: z.string(),
  people: z.number().nullable(),
  mean: z.number().nullable(),
  hidden: z.boolean(),
});

/** How unequally what is measured is spread over the people. */
export const AccessInequality = z.object({
  gini: z.number(),
  theil: z.number(),
  atkinson: z.number(),
  /** Which share of all the worst-served 0, 10, 20 … 100 % of people have. */
  lorenz: z.array(z.number()).length(11),
  /** Mean of the worst-served and of the best-served tenth; null where a tenth is fewer people than may be told of. */
  worstTenth: z.number().nullable(),
  bestTenth: z.number().nullable(),
  groups: z.array(
    z.object({
      by: z.enum(EQUITY_GROUPS),
      rows: z.array(GroupMean),
      /** Theil's T of those whose group is known, between the groups and within them. */
      between: z.number(),
      within: z.number(),
    }),
  ),
});
export type AccessInequality = z.infer<typeof AccessInequality>;

export interface ServedPlace {
  place: Pick<DemandPlace, 'people' | 'locale' | 'deprivation'>;
  access: number;
}

/** Of people by what they have where they are; undefined where nobody has anything, so nothing is shared out. */
export function accessInequality(
  served: readonly ServedPlace[],
  threshold: number,
): AccessInequality | undefined {
  const values = served.map(({ access }) => access);
  const people = served.map(({ place }) => place.people);
  const all = people.reduce((sum, n) => sum + n, 0);
  const mean = served.reduce((sum, { place, access }) => sum + place.people * access, 0) / all;
  if (!(mean > 0)) return undefined;
  const curve = lorenz(values, people);
  const tenths = Array.from({ length: 11 }, (_, n) => shareBelow(curve, n / 10));
  const isTold = all / 10 >= threshold;
  return {
    gini: giniWeighted(values, people),
    theil: theil(values, people),
    atkinson: atkinson(values, ATKINSON_EPSILON, people),
    lorenz: tenths,
    worstTenth: isTold ? tenths[1]! * 10 * mean : null,
    bestTenth: isTold ? (1 - tenths[9]!) * 10 * mean : null,
    groups: EQUITY_GROUPS.flatMap((by) => groupsBy(by, served, threshold)),
  };
}

function groupsBy(by: EquityGroup, served: readonly ServedPlace[], threshold: number) {
  const known = served.flatMap(({ place, access }) =>
    place[by] === undefined ? [] : [{ group: String(place[by]), people: place.people, value: access }],
  );
  const rows = meansByGroup(known, threshold);
  if (rows.length < 2) return [];
  const { between, within } = theilByGroup(
    known.map(({ value }) => value),
    known.map(({ group }) => group),
    known.map(({ people }) => people),
  );
  return [{ by, rows, between, within }];
}
