import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type SigningProblem, signingProblems } from '../../core/consents/check-signing.ts';
import { ConsentTerms, Method, Signer } from '../../core/consents/consent.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import type { ConsentRecord } from './consent-collection.ts';
import { showForm } from './consent-texts.ts';

/** A signed form: all that 34 CFR 99.30 asks for. Nothing in it may be missing. */
export const SignedForm = ConsentTerms.extend({
  version: z.int().min(1),
  /** Of the text that was shown. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'),
  signer: Signer,
  method: Method,
  signedAt: z.iso.date('must be a date such as 2026-11-02'),
});
export type SignedForm = z.infer<typeof SignedForm>;

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing'>;

/**
 * The consent of a signed form, ready to be kept.
 * @throws AppError 422 `not-signed`, 409 `other-text` where what is hashed is not what the form says now
 */
export async function checkConsent(
  deps: Asked,
  student: NamedStudent,
  signed: SignedForm,
  by: { accountId: string; now: Date },
  id: string = randomUUID(),
): Promise<ConsentRecord> {
  const { signer, method, signedAt, version, textHash, ...terms } = signed;
  const today = utcDay(by.now);
  const problems = signingProblems({ student, signer, method, signedAt, expiresAt: terms.expiresAt, today });
  if (problems.length > 0) throw notSigned(problems);
  const form = await showForm(deps, student, terms, version);
  if (form.textHash !== textHash) throw otherText();
  const sealer = await studentSealer(deps, student.id);
  if (!sealer) throw notFound();
  return {
    id,
    studentId: student.id,
    ...terms,
    relation: signer.relation,
    ...(signer.contactId !== undefined && { contactId: signer.contactId }),
    method,
    signedAt,
    version,
    textHash,
    recordedAt: by.now.toISOString(),
    recordedBy: by.accountId,
    sealedText: sealer.seal(form.text, sealedAt(id, 'text')),
    sealedSigner: sealer.seal(signer.name, sealedAt(id, 'signer')),
  };
}

/** Where a sealed part of a consent lies. */
export function sealedAt(consentId: string, part: 'text' | 'signer' | 'reason'): string {
  return `consent/${consentId}/${part}`;
}

const SAID: Record<SigningProblem['code'], string> = {
  'signed-later': 'the day of the signature has not come yet',
  over: 'the last day is past',
  'too-long': 'a consent runs for a year at most',
  'too-young': 'a student signs from the 18th birthday on; before, a parent or guardian does',
  'of-age': 'the student is of age and signs alone',
  'not-a-parent': 'only a parent or guardian signs, or a contact who is noted as one who may consent',
  'unknown-contact': 'the student has no such contact',
  'may-not-consent': 'the school has noted that this contact may not consent',
};

function notSigned(problems: readonly SigningProblem[]): AppError {
  const errors = problems.map(({ code, path }) => ({ path, message: SAID[code] }));
  return new AppError(422, 'not-signed', 'This consent cannot be recorded. Nothing was stored.', errors);
}

function otherText(): AppError {
  return new AppError(
    409,
    'other-text',
    'The form reads differently now than the one that was shown. Nothing was stored. Show or print it again, then have that one signed.',
  );
}
