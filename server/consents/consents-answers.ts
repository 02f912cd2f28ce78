import { z } from 'zod';
import { FormLanguage, Method, Recipient, SignerRelation } from '../../core/consents/consent.ts';
import { RecordCategories, RecordCategory } from '../../core/consents/record-category.ts';
import { ContributionKind } from '../../core/directory/service.ts';
import { WeeklySpan } from '../../core/schedule/schedule.ts';
import { RELATIONS } from '../../core/students/relation.ts';
import { Interest, Urgency } from '../../core/students/student.ts';
import { listOf } from '../http/list-of.ts';

/** Why a consent lets nothing pass, or `live`. What was withdrawn stays withdrawn, whatever else ended it. */
export const ConsentState = z.enum(['expired', 'not-yet', 'live', 'withdrawn', 'rights-passed']);

/** A form as it is shown: what is hashed is what is read. */
export const ShownForm = z.object({
  version: z.int(),
  text: z.string(),
  textHash: z.string(),
});

/** A service of the recipient that fits the student. */
export const SharedMatch = z.object({
  term: z.string(),
  serviceName: z.string(),
  kind: ContributionKind,
});

/** What a recipient reads, by the record that it belongs to: what is not agreed to is not in it. */
export const SharedContent = z.object({
  name: z
    .object({
      name: z.string(),
      number: z.string(),
    })
    .optional(),
  contacts: z
    .array(
      z.object({
        name: z.string(),
        email: z.string().optional(),
        /** ISO 639-1 */
        language: z.string().optional(),
        phone: z.string().optional(),
        relation: z.enum(RELATIONS),
      }),
    )
    .optional(),
  'grade-and-languages': z
    .object({
      grade: z.number(),
      languages: z.array(z.string()),
    })
    .optional(),
  needs: z
    .array(
      z.object({
        urgency: Urgency,
        term: z.string(),
      }),
    )
    .optional(),
  interests: z.array(Interest).optional(),
  'free-times': z.array(WeeklySpan).optional(),
  matches: z.array(SharedMatch).optional(),
});

export const EndingConsents = listOf(
  z.object({
    id: z.string(),
    localId: z.string(),
    name: z.string().nullable(),
    school: z.string(),
    consents: z.int(),
    expiresAt: z.iso.date().optional(),
  }),
);

/** The kinds of records, and for what they are shared, as people read them. */
const RecordWords = z.record(RecordCategory, z.string());
export const ConsentWords = z.object({
  records: z.object({ en: RecordWords, es: RecordWords }),
  purposes: z.object({ en: z.record(z.string(), z.string()), es: z.record(z.string(), z.string()) }),
});

/** How much of what was shared is open today. */
export const StillShared = z.object({
  /** What the recipient may read today; empty when it is closed. */
  open: RecordCategories,
  closed: RecordCategories,
  /** The last day on which all of what is open is so. */
  until: z.string().optional(),
  /** Why records are closed, and the day since when, of the consent that ended last. */
  ended: z
    .object({
      why: z.enum(['expired', 'not-yet', 'withdrawn', 'rights-passed', 'no-longer-recipient']),
      on: z.string().optional(),
    })
    .optional(),
});

export const GivenConsent = z.object({
  withdrawalReason: z.string().optional(),
  state: ConsentState,
  signer: z.string(),
  text: z.string(),
  method: Method,
  language: FormLanguage,
  /** Version of the form (data/consents). */
  version: z.int(),
  /** SHA-256 of the text that was shown, in hex. */
  textHash: z.string(),
  contactId: z.string().optional(),
  recordedAt: z.iso.datetime(),
  id: z.string(),
  studentId: z.string(),
  records: z.array(RecordCategory),
  purpose: z.string(),
  recipient: Recipient,
  relation: SignerRelation,
  /** First and last day, "YYYY-MM-DD". */
  signedAt: z.iso.date(),
  expiresAt: z.iso.date(),
  /** Moment of the withdrawal. */
  withdrawnAt: z.iso.datetime().optional(),
});

export const ConsentPage = z.object({
  student: z.object({
    id: z.string(),
    schoolId: z.string(),
    number: z.string(),
    name: z.string().nullable(),
    signsAlone: z.boolean(),
  }),
  /** Who may sign, for the school to choose from; a family sees no other family member here. */
  signers: z.array(
    z.object({
      language: z.string().optional(),
      id: z.string(),
      name: z.string(),
      relation: z.enum(RELATIONS),
    }),
  ),
  consents: z.array(GivenConsent),
  shared: z.array(
    StillShared.extend({
      id: z.string(),
      organizationId: z.string(),
      records: RecordCategories,
      purpose: z.string(),
      /** Under which it was asked for; from the handing over on, under which it was handed over. */
      consentIds: z.array(z.string()),
      status: z.enum(['cancelled', 'queued', 'delivered']),
      requestedAt: z.iso.datetime(),
      deliveredAt: z.iso.datetime().optional(),
      cancelledAt: z.iso.datetime().optional(),
      cancelledBecause: z.enum(['withdrawn', 'no-consent']).optional(),
      /** The recipient says that what it had kept is deleted. */
      deletionConfirmedAt: z.iso.datetime().optional(),
    }),
  ),
  /** What waits for a consent, and whom it is to be for. */
  drafts: z.array(
    z.object({
      id: z.string(),
      organizationId: z.string(),
      wish: z.enum(['need', 'interest']),
    }),
  ),
  organizations: z.record(z.string(), z.string()),
  words: ConsentWords,
});
