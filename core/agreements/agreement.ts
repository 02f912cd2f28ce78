import { z } from 'zod';
import { ContributionKind } from '../directory/service.ts';

/** What people decide; what the day makes of it is in agreement-status.ts. */
export const STAGES = ['draft', 'proposed', 'signed', 'ended'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

const code = z.string().min(1).max(100);
const day = z.iso.date('must be a date such as 2027-06-30');

/** What a partner gives: so many of a unit, by a day. */
export const PromisedContribution = z.strictObject({
  id: code,
  kind: ContributionKind,
  what: z.string().trim().min(1, 'say what').max(300),
  quantity: z.number('must be a number').positive('must be above 0').max(10_000_000),
  unit: z.string().trim().min(1, 'say of what, such as hours').max(60),
  by: day.optional(),
});
export type PromisedContribution = z.infer<typeof PromisedContribution>;

/** Whom to call about it, on either side. */
export const AgreementContact = z.strictObject({
  side: z.enum(['partner', 'school']),
  name: z.string().trim().min(1, 'say who').max(200),
  role: z.string().trim().max(200).optional(),
  email: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(60).optional(),
});
export type AgreementContact = z.infer<typeof AgreementContact>;

/** What is agreed. No school named: it is for all schools of the district. */
export const AgreementFacts = z
  .strictObject({
    title: z.string().trim().min(1, 'give it a title').max(200),
    schoolIds: z.array(code).max(500),
    /** First and last day. */
    startsOn: day,
    endsOn: day,
    promises: z.array(PromisedContribution).max(50),
    /** Kinds of documents that must be there and valid. */
    demands: z.array(code).max(20),
    contacts: z.array(AgreementContact).max(20),
    note: z.string().trim().max(2000),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'cannot be before the first day',
  });
export type AgreementFacts = z.infer<typeof AgreementFacts>;

/** Something of a promise that has come. Rows are added and never changed: what was wrong is set right by another. */
export interface Delivery {
  id: string;
  promiseId: string;
  /** Below 0 where it takes back what an earlier row said too much. */
  quantity: number;
  on: string;
  note?: string;
  by: string;
  at: string;
}

/** One step in the life of an agreement. */
export interface AgreementEvent {
  at: string;
  /** The account. */
  by: string;
  what: 'made' | 'changed' | 'delivered' | Stage;
  /** Of a change: which fields. */
  fields?: string[];
  /** Of an ending: why. */
  reason?: string;
}

export interface Agreement extends AgreementFacts {
  id: string;
  organizationId: string;
  districtId: string;
  stage: Stage;
  /** Of one that was ended early: its last day. */
  endedOn?: string;
  /** The agreement that it goes on from. */
  renewalOf?: string;
  deliveries: Delivery[];
  history: AgreementEvent[];
  /** Counts the changes, so that nobody overwrites what they have not seen. */
  version: number;
}
