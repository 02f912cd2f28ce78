import { z } from 'zod';
import { Role } from '../../core/accounts/role.ts';
import { Reason } from '../../core/audit/reason.ts';
import { StudentName } from '../../core/students/student-identity.ts';
import { Named } from '../http/named.ts';

/** Who did it, for people to read. */
export const Person = z.object({
  kind: z.enum(['system', 'account']),
  /** Empty where the account is not known any more, and for Trellis itself. */
  name: z.string(),
  accountId: z.string().optional(),
  roles: z.array(Role),
  /** The administrator who looked through this person's eyes. */
  viewedBy: z.string().optional(),
});

export const FieldChange = z.object({
  field: z.string(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
});

/** One access to a student's record, with the values that changed where they can still be read. */
export const Access = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  action: z.string(),
  who: Person,
  why: z.string().optional(),
  fields: z.array(z.string()).optional(),
  changes: z.array(FieldChange).optional(),
  note: z.string().optional(),
});

/** What somebody outside the school received (34 CFR 99.32). */
export const Disclosure = z.object({
  recipient: z.object({
    kind: z.enum(['organization', 'person']),
    id: z.string().optional(),
    name: z.string(),
  }),
  /** Which parts of the record, as in "needs". */
  records: z.array(z.string()),
  purpose: z.string(),
  consentId: z.string().optional(),
});

/** One line of the search in the log. */
export const FoundEntry = Access.extend({
  /** The students, where they are few enough to be named. */
  students: z.array(
    z.object({
      id: z.string(),
      localId: z.string(),
      name: StudentName.optional(),
    }),
  ),
  studentCount: z.int(),
  on: z
    .object({
      kind: z.string(),
      id: z.string(),
    })
    .optional(),
  counts: z.record(z.string(), z.number()).optional(),
  disclosure: Disclosure.optional(),
});

/** One handing over to somebody outside the school: what 34 CFR 99.32 wants to be kept. */
export const DisclosureLine = Access.extend({
  disclosure: Disclosure,
});

/** Who has seen, changed and received a student's record. */
export const AccessRecord = z.object({
  student: z.object({
    id: z.string(),
    localId: z.string(),
    name: StudentName.optional(),
  }),
  school: Named.nullable(),
  accesses: z.array(Access),
  disclosures: z.array(DisclosureLine),
  /** Ask for what came earlier with this; null where there is nothing earlier. */
  next: z.number().nullable(),
});

export const FoundEntries = z.object({
  items: z.array(FoundEntry),
  next: z.number().nullable(),
});

export const AccessReasons = z.object({
  items: z.array(Reason),
});
