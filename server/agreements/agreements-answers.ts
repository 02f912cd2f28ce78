import { z } from 'zod';
import { AgreementContact, PromisedContribution, Stage } from '../../core/agreements/agreement.ts';
import { ApprovalMode, DocumentKind } from '../../core/agreements/agreement-rules.ts';
import { STATUSES } from '../../core/agreements/agreement-status.ts';
import { PAPER_TYPES } from '../../core/agreements/paper-file.ts';
import { DOCUMENT_STATES } from '../../core/agreements/partner-document.ts';
import { Named } from '../http/named.ts';

/** Whether a partner is approved for a school on a day: by which agreement and how long, or what is missing. */
export const PartnerApproval = z.union([
  z.object({
    approved: z.literal(true),
    agreementId: z.string(),
    until: z.string(),
  }),
  z.object({
    approved: z.literal(false),
    why: z.literal('no-agreement'),
  }),
  z.object({
    approved: z.literal(false),
    why: z.literal('documents'),
    agreementId: z.string(),
    missing: z.array(z.string()),
  }),
]);

export const PromiseState = z.object({
  promiseId: z.string(),
  promised: z.number(),
  delivered: z.number(),
  /** Its day is past and something lacks. */
  late: z.boolean(),
});

export const EndWarning = z.object({
  /** Below 0 where the last day is past. */
  daysLeft: z.int(),
  /** The smallest of the days for warning that has been reached; 0 where it is over. */
  step: z.int(),
});

/** How it stands with one kind of document that an agreement demands. */
export const PaperState = z.object({
  kind: z.string(),
  /** `waiting`: none is valid, and one waits to be checked. */
  state: z.enum(['missing', 'waiting', 'valid']),
  /** Of the valid one that runs longest; absent where it has no last day. */
  validUntil: z.iso.date().optional(),
  warning: EndWarning.optional(),
});

/** An agreement as a row of the list. */
export const AgreementRow = z.object({
  id: z.string(),
  title: z.string(),
  organization: Named,
  /** Empty: the whole district. */
  schools: z.array(Named),
  stage: Stage,
  status: z.enum(STATUSES),
  startsOn: z.iso.date(),
  lastDay: z.iso.date(),
  warning: EndWarning.optional(),
  papers: z.array(PaperState),
  /** Papers that wait to be checked. */
  toCheck: z.int(),
  /** Promises whose day is past and of which something lacks. */
  late: z.int(),
});

/** What was delivered of a promise. */
const DeliveryRow = z.object({
  by: z.string().nullable(),
  id: z.string(),
  promiseId: z.string(),
  /** Below 0 where it takes back what an earlier row said too much. */
  quantity: z.number(),
  on: z.string(),
  note: z.string().optional(),
  at: z.iso.datetime(),
});

/** One step of an agreement. */
const AgreementEvent = z.object({
  by: z.string().nullable(),
  at: z.iso.datetime(),
  what: z.enum(['draft', 'proposed', 'signed', 'ended', 'made', 'changed', 'delivered']),
  /** Of a change: which fields. */
  fields: z.array(z.string()).optional(),
  /** Of an ending: why. */
  reason: z.string().optional(),
});

/** A paper that was handed in. */
const PaperRow = z.object({
  file: z
    .object({
      type: z.enum(PAPER_TYPES),
      bytes: z.int(),
      at: z.iso.datetime(),
    })
    .nullable(),
  mayUndoFile: z.boolean(),
  handedInBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
  id: z.string(),
  state: z.enum(DOCUMENT_STATES),
  handedInAt: z.iso.datetime(),
  checkedAt: z.iso.datetime().optional(),
  /** Why it was refused. */
  reason: z.string().optional(),
  kind: z.string(),
  number: z.string().optional(),
  /** Its last day; absent where it has none. */
  validUntil: z.iso.date().optional(),
  note: z.string().optional(),
});

const ShownAgreement = z.object({
  id: z.string(),
  organizationId: z.string(),
  districtId: z.string(),
  stage: Stage,
  /** Of one that was ended early: its last day. */
  endedOn: z.iso.date().optional(),
  /** The agreement that it goes on from. */
  renewalOf: z.string().optional(),
  /** Counts the changes, so that nobody overwrites what they have not seen. */
  version: z.int(),
  title: z.string(),
  schoolIds: z.array(z.string()),
  /** First and last day. */
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  promises: z.array(PromisedContribution),
  /** Kinds of documents that must be there and valid. */
  demands: z.array(z.string()),
  contacts: z.array(AgreementContact),
  note: z.string(),
});

export const AgreementPage = z.object({
  approval: PartnerApproval,
  promises: z.array(PromiseState),
  deliveries: z.array(DeliveryRow),
  history: z.array(AgreementEvent),
  papers: z.array(PaperState),
  documents: z.array(PaperRow),
  renewedBy: z.string().nullable(),
  kinds: z.array(DocumentKind),
  mayChange: z.boolean(),
  mayHandIn: z.boolean(),
  warning: EndWarning.optional(),
  agreement: ShownAgreement,
  organization: Named,
  schools: z.array(Named),
  status: z.enum(STATUSES),
  lastDay: z.iso.date(),
});

export const ApprovalSettings = z.object({
  districtId: z.string(),
  mode: ApprovalMode,
});

export const AgreementList = z.object({
  items: z.array(AgreementRow),
  kinds: z.array(DocumentKind),
  usualMonths: z.int(),
});
