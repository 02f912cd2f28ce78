import { z } from 'zod';
import { RecordCategories } from '../../core/consents/record-category.ts';
import { ReferralEnding } from '../../core/referrals/referral-rules.ts';
import { Party, ReferralState } from '../../core/referrals/referral-state.ts';
import { StudentName } from '../../core/students/student-identity.ts';
import { pagedListOf } from '../http/list-of.ts';
import { Named } from '../http/named.ts';
import { Shown } from './shown.ts';

/** What stands on a letter that somebody of the school hands over: who asks whom, and nothing of the student. */
export const HandedLetter = z.object({
  /** The partner answers there; a path where no PUBLIC_URL is set. */
  address: z.string(),
  organization: z.string(),
  school: z.object({
    name: z.string(),
    phone: z.string().optional(),
  }),
  expiresAt: z.iso.datetime(),
  /** In which the partner is written to. */
  language: z.enum(['en', 'es']),
});

/** What has been written to a partner that has not answered. Moments. */
export const ReferralLetters = z.object({
  /** From when the days until the next step count. */
  since: z.string(),
  /** Steps that were taken: reminders, and at last word to the school. */
  done: z.int(),
  lastAt: z.iso.datetime().optional(),
  /** Of the next step; absent when all are taken. */
  nextAt: z.iso.datetime().optional(),
});

/** One change as people read it. */
export const ReferralStep = z.object({
  from: ReferralState,
  to: ReferralState,
  /** Codes of data/referrals. */
  reason: z.string().optional(),
  /** Moment. */
  at: z.iso.datetime(),
  outcome: z.string().optional(),
  /** No change of state: the school took a letter with a link for the partner. */
  handedOver: z.literal(true).optional(),
  by: Party,
  /** Whose account it was; absent where it was none. */
  name: z.string().optional(),
  note: z.string().optional(),
});

/** A referral as the school and the family read it. */
export const ReferralView = z.object({
  reason: z.string().optional(),
  id: z.string(),
  source: z.object({
    kind: z.enum(['match', 'plan', 'hand']),
    id: z.string().optional(),
  }),
  organizationId: z.string(),
  serviceId: z.string(),
  createdAt: z.iso.datetime(),
  state: ReferralState,
  /** Of a need. */
  urgency: z.number().optional(),
  term: z.string(),
  /** The student's school and district now: where the student goes, the referral goes too. */
  schoolId: z.string(),
  /** How often it has been changed: a change is made to the one that was read, or not at all. */
  version: z.int(),
  offerId: z.string(),
  studentId: z.string(),
  outcome: z.string().optional(),
  wish: z.enum(['need', 'interest']),
  /** Moment of the last change. */
  stateAt: z.iso.datetime(),
  /** Moment by which an answer is expected; from sending on. */
  dueAt: z.iso.datetime().optional(),
  /** The referral in whose place it is, because that one's partner has closed. */
  instead: z.string().optional(),
  remindedAt: z.iso.datetime().optional(),
  /** Moment at which the school last took a letter for the partner, to hand it over. */
  handedOverAt: z.iso.datetime().optional(),
  letters: ReferralLetters.optional(),
  serviceName: z.string(),
  organizationName: z.string(),
  createdBy: z.string(),
  message: z.string().optional(),
  /** Of a draft: what no consent covers yet. */
  missing: RecordCategories.optional(),
  steps: z.array(ReferralStep),
});

export const ReferralRules = z.object({
  reasons: z.array(ReferralEnding),
  outcomes: z.array(ReferralEnding),
});

/** A referral in the list of those of one's schools. */
export const ListedReferral = ReferralView.extend({
  name: StudentName.nullable(),
  localId: z.string(),
  grade: z.int(),
  late: z.boolean(),
  /** Why its partner has not been written to; absent where it has, or need not be. */
  unreached: z.enum(['no-mail', 'no-address']).optional(),
});

/** What became of the accepted rows of a plan. */
export const PlanReferred = z.object({
  /** On their way to the partner. */
  sent: z.int(),
  /** Drafts: no consent covers them yet. */
  waiting: z.int(),
  /** Open already, by whatever way. */
  already: z.int(),
  /** Their place has left the directory. */
  gone: z.int(),
});

/** What tells a partner of a referral and of no student: which service is asked, by whom, and where it stands. */
export const PartnerOutline = z.object({
  reason: z.string().optional(),
  id: z.string(),
  organizationId: z.string(),
  serviceId: z.string(),
  state: ReferralState,
  outcome: z.string().optional(),
  /** Moment of the last change. */
  stateAt: z.iso.datetime(),
  /** Moment by which an answer is expected; from sending on. */
  dueAt: z.iso.datetime().optional(),
  serviceName: z.string(),
  organizationName: z.string(),
  from: z.object({
    school: z.string(),
    person: z.string(),
  }),
});

export const StudentReferrals = z.object({
  items: z.array(ReferralView),
  words: ReferralRules,
});

export const ReferralPage = pagedListOf(ListedReferral).extend({
  words: ReferralRules,
  /** How many there are of each group and state. */
  counts: z.record(z.string(), z.int()),
  schools: z.array(Named.extend({ districtId: z.string() })),
});

export const PartnerReferrals = z.object({
  items: z.array(PartnerOutline),
  words: ReferralRules,
});

/** What a partner may read of one: nothing of it before a consent covers it, and the words in any case. */
export const PartnerReferral = PartnerOutline.partial().extend({
  words: ReferralRules,
  shared: z.union([Shown.extend({ open: RecordCategories }), z.object({})]).optional(),
});
