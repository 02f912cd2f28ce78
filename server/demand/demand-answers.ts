import { z } from 'zod';
import { DemandQuestion } from '../../core/demand/demand-question.ts';
import { GAP_UNITS } from '../../core/gaps/gap.ts';
import { Position } from '../../core/geo/point.ts';
import { LOCALES } from '../../core/schools/school.ts';

/** A place with people who may need something. */
export const DemandPlace = z.object({
  /** A school's id, an H3 cell or an area's id. */
  id: z.string(),
  kind: z.enum(GAP_UNITS),
  name: z.string().optional(),
  point: Position,
  /** More than 0: where nobody is, there is no place. */
  people: z.number(),
  /** What the margin of error of `people` leaves possible; absent where it is a count. */
  low: z.number().optional(),
  high: z.number().optional(),
  locale: z.enum(LOCALES).optional(),
  deprivation: z.union([z.literal(1), z.literal(4), z.literal(2), z.literal(3), z.literal(5)]).optional(),
});

export const Demand = z.object({
  /** The day on which it was counted or imported, "YYYY-MM-DD" UTC. */
  asOf: z.iso.date(),
  /** By id. */
  places: z.array(DemandPlace),
  /** Ids of schools and areas of which nothing can be said: not told, not counted, empty, or nowhere on the map. */
  noData: z.array(z.string()),
  question: DemandQuestion,
});
