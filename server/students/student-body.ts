import { z } from 'zod';
import { WeeklySpan } from '../../core/schedule/schedule.ts';
import { Interest, Need } from '../../core/students/student.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import { TravelMode } from '../../core/travel/travel.ts';

/** What a coordinator may change of a student. Lists are given whole; what is not given stays. */
export function studentBody(taxonomy: Taxonomy) {
  return z.strictObject({
    needs: wishes(Need, taxonomy).optional(),
    interests: wishes(Interest, taxonomy).optional(),
    freeTimes: z.array(WeeklySpan).max(50, 'at most 50').optional(),
    travelModes: z.array(TravelMode).max(4).transform(distinct).optional(),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/, 'must be a language code such as es'))
      .max(20, 'at most 20')
      .transform(distinct)
      .optional(),
  });
}

function wishes<S extends typeof Need | typeof Interest>(shape: S, taxonomy: Taxonomy) {
  return z
    .array(shape)
    .max(50, 'at most 50')
    .superRefine((list, context) => {
      const seen = new Set<string>();
      for (const [at, { term }] of list.entries()) {
        const refuse = (message: string) => context.addIssue({ code: 'custom', message, path: [at, 'term'] });
        if (!taxonomy.get(term)) refuse(`there is no term called ${term}`);
        if (seen.has(term)) refuse(`${term} is given twice`);
        seen.add(term);
      }
    });
}

function distinct<T>(list: T[]): T[] {
  return [...new Set(list)];
}
