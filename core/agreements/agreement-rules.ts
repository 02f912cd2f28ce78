import { z } from 'zod';

/** `shown`: matches say whether a partner is approved; `demanded`: only approved ones are matched. */
export const APPROVAL_MODES = ['off', 'shown', 'demanded'] as const;
export const ApprovalMode = z.enum(APPROVAL_MODES);
export type ApprovalMode = z.infer<typeof ApprovalMode>;

export const AgreementRules = z.strictObject({
  /** What holds in a district that has not chosen. */
  approval: ApprovalMode,
  /** So many days before an end people are warned, the earliest first. */
  warnDays: z.array(z.int().min(1).max(365)).min(1),
  /** How long an agreement usually runs. */
  usualMonths: z.int().min(1).max(60),
});
export type AgreementRules = z.infer<typeof AgreementRules>;

/** A kind of paper that schools ask of partners. `usual`: a new agreement asks for it unless somebody takes it out. */
export const DocumentKind = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  label: z.strictObject({ en: z.string().min(1), es: z.string().min(1) }),
  usual: z.boolean(),
  /** Whether it has a last day that must be told. */
  expires: z.boolean(),
});
export type DocumentKind = z.infer<typeof DocumentKind>;

export const DocumentKinds = z
  .array(DocumentKind)
  .refine((kinds) => new Set(kinds.map(({ code }) => code)).size === kinds.length, 'names a code twice');
