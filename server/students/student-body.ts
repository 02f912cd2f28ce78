import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { WeeklySpan } from '../../core/schedule/schedule.ts';
import { Interest, Need } from '../../core/students/student.ts';
import { StudentContact, StudentIdentity, StudentName } from '../../core/students/student-identity.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import { TravelMode } from '../../core/travel/travel.ts';
import type { Rules } from '../rules.ts';
import { circumstancesBody } from './circumstances-body.ts';

/** What a coordinator may change of a student. Lists are given whole; what is not given stays. */
export function studentBody({ taxonomy, eligibility }: Pick<Rules, 'taxonomy' | 'eligibility'>) {
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
    name: z.strictObject(StudentName.shape).optional(),
    birthDate: StudentIdentity.shape.birthDate,
    contacts: z.array(Contact).max(20, 'at most 20').superRefine(refuseTwins).optional(),
    notes: StudentIdentity.shape.notes,
    circumstances: circumstancesBody(eligibility).optional(),
  });
}

/** A contact that has no id yet is a new one. */
const Contact = z
  .strictObject({ ...StudentContact.shape, id: StudentContact.shape.id.optional() })
  .transform((contact) => ({ ...contact, id: contact.id ?? randomUUID() }));

function refuseTwins(contacts: readonly { id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [at, { id }] of contacts.entries()) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', message: 'two contacts have one id', path: [at, 'id'] });
    seen.add(id);
  }
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
