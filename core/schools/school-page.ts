import { z } from 'zod';
import { DOMAIN_IDS } from '../taxonomy/term.ts';
import { School } from './school.ts';

/** How much of a domain a school can reach, and the nearest of it even where that takes longer. */
export const SchoolDomain = z.object({
  domain: z.enum(DOMAIN_IDS),
  offers: z.int().min(0),
  nearest: z.object({ offerId: z.string(), name: z.string(), minutes: z.number() }).nullable(),
});
export type SchoolDomain = z.infer<typeof SchoolDomain>;

/** What the page of a school tells. */
export const SchoolPage = z.object({ school: School, domains: z.array(SchoolDomain) });
export type SchoolPage = z.infer<typeof SchoolPage>;
