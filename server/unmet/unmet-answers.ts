import { z } from 'zod';
import { UNMET_SOURCES } from '../../core/unmet/unmet-note.ts';

/** One line of the ledger. `where`: a school, no school said, several of both together, or all schools. `times` is how often it was asked for; of `match` and `survey`, how many asked. */
export const UnmetEntry = z.object({
  source: z.enum(UNMET_SOURCES),
  term: z.string(),
  where: z.enum(['school', 'all', 'unsaid', 'several']),
  schoolId: z.string().optional(),
  /** First and last month, "YYYY-MM". */
  from: z.string(),
  to: z.string(),
  times: z.number(),
});

export const UnmetLedger = z.object({
  items: z.array(UnmetEntry),
  total: z.int(),
  /** The school year, by the calendar year in which it began. */
  year: z.int(),
  /** Those that there is something of, the newest first; the present one always. */
  years: z.array(z.number()),
  threshold: z.int(),
  /** The day of the count of the students. */
  countedOn: z.iso.date(),
});
