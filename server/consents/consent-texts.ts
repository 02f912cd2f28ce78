import { createHash } from 'node:crypto';
import type { ConsentTerms } from '../../core/consents/consent.ts';
import { type ConsentForm, hasPurpose, renderForm } from '../../core/consents/consent-form.ts';
import { type NamedStudent, shownName } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { AppError } from '../http/app-error.ts';
import { readSchool } from '../schools/school-store.ts';

/** A form as it is shown: what is hashed is what is read. */
export interface ShownForm {
  version: number;
  text: string;
  textHash: string;
}

/** The version that is printed from now on; older ones are kept for papers that were printed before. */
export function newestForm(forms: readonly ConsentForm[]): ConsentForm {
  return forms.reduce((newest, form) => (form.version > newest.version ? form : newest));
}

/** @throws AppError 400 where the form does not know the purpose, or nobody has the recipient's id */
export async function showForm(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  student: NamedStudent,
  terms: ConsentTerms,
  version?: number,
): Promise<ShownForm> {
  const { consentForms } = rules;
  const form = version === undefined ? newestForm(consentForms) : formOf(consentForms, version);
  if (!hasPurpose(form, terms.purpose)) throw wrong('purpose', 'there is no such purpose');
  const school = await readSchool(db, student.schoolId);
  const text = renderForm(form, terms, {
    studentName: student.name ? shownName(student.name) : student.localId,
    studentNumber: student.localId,
    schoolName: school?.name ?? student.schoolId,
    recipientNames: await recipientNames({ db, rules }, terms),
  });
  return { version: form.version, text, textHash: hashOf(text) };
}

function formOf(forms: readonly ConsentForm[], version: number): ConsentForm {
  const form = forms.find((one) => one.version === version);
  if (!form) throw wrong('version', 'there is no such version of the form');
  return form;
}

async function recipientNames(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  { recipient, language }: ConsentTerms,
): Promise<string[]> {
  if (recipient.kind === 'organization') {
    const organization = await readOrganization(db, recipient.id);
    if (!organization) throw wrong('recipient.id', 'there is no such organization');
    return [organization.name];
  }
  return recipient.terms.map((id) => {
    const term = rules.taxonomy.get(id);
    if (!term) throw wrong('recipient.terms', `there is no term called ${id}`);
    return term.label[language];
  });
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function wrong(path: string, message: string): AppError {
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', [{ path, message }]);
}
