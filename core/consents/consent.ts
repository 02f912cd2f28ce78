import { z } from 'zod';
import { RELATIONS } from '../students/student-identity.ts';
import { RecordCategories } from './record-category.ts';

/** Who may receive: one organization, or every organization that offers one of these terms. */
export const Recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organization'), id: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('class'), terms: z.array(z.string().min(1).max(100)).min(1).max(20) }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** Signed and dated, on paper or electronically (34 CFR 99.30). What is said on the telephone is neither. */
export const METHODS = ['paper', 'in-person', 'online'] as const;
export const Method = z.enum(
  METHODS,
  'must be paper, in-person or online: what is said by phone is not signed',
);
export type Method = z.infer<typeof Method>;

export const FORM_LANGUAGES = ['en', 'es'] as const;
export const FormLanguage = z.enum(FORM_LANGUAGES);
export type FormLanguage = z.infer<typeof FormLanguage>;

/** What the signer is to the student; `self` is the student. */
export const SIGNER_RELATIONS = ['self', ...RELATIONS] as const;
export const SignerRelation = z.enum(SIGNER_RELATIONS);
export type SignerRelation = z.infer<typeof SignerRelation>;

export const Signer = z.strictObject({
  name: z.string().trim().min(1, 'type the name of who signs').max(200, 'at most 200 characters'),
  relation: SignerRelation,
  /** The student's contact who signs, where it is one. */
  contactId: z.string().max(100).optional(),
});
export type Signer = z.infer<typeof Signer>;

export const Purpose = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be the code of a purpose');

/** What is agreed to: all that the form names. */
export const ConsentTerms = z.strictObject({
  records: RecordCategories,
  purpose: Purpose,
  recipient: Recipient,
  /** The last day, "YYYY-MM-DD". */
  expiresAt: z.iso.date('must be a date such as 2027-06-30'),
  language: FormLanguage,
});
export type ConsentTerms = z.infer<typeof ConsentTerms>;

/** What decides whether a consent lets something pass; nothing in it is a name or a text. */
export interface ConsentFacts {
  id: string;
  studentId: string;
  records: readonly ConsentTerms['records'][number][];
  purpose: string;
  recipient: Recipient;
  relation: SignerRelation;
  /** First and last day, "YYYY-MM-DD". */
  signedAt: string;
  expiresAt: string;
  /** Moment of the withdrawal. */
  withdrawnAt?: string;
}
