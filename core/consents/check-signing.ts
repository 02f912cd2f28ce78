import { nameWords } from '../students/name-words.ts';
import type { StudentContact } from '../students/student-identity.ts';
import type { Method, Signer } from './consent.ts';
import { lastDay } from './last-day.ts';
import { agreesForOneself, type Birth } from './rights-holder.ts';

export interface Signing {
  student: Birth & { contacts: readonly StudentContact[] };
  signer: Signer;
  method: Method;
  signedAt: string;
  expiresAt: string;
  /** The day on which it is recorded. */
  today: string;
}

/** What stands against recording a signature, and on which part. */
export type SigningProblem =
  | { code: 'signed-later'; path: 'signedAt' }
  | { code: 'over' | 'too-long'; path: 'expiresAt' }
  | { code: 'too-young' | 'of-age' | 'not-a-parent'; path: 'signer.relation' }
  | { code: 'unknown-contact' | 'may-not-consent'; path: 'signer.contactId' };

/** All that stands against it; a consent is recorded where the list is empty. */
export function signingProblems(signing: Signing): SigningProblem[] {
  return [...dateProblems(signing), ...signerProblems(signing)];
}

function dateProblems({ signedAt, expiresAt, today }: Signing): SigningProblem[] {
  if (signedAt > today) return [{ code: 'signed-later', path: 'signedAt' }];
  if (expiresAt < today) return [{ code: 'over', path: 'expiresAt' }];
  return expiresAt > lastDay(signedAt) ? [{ code: 'too-long', path: 'expiresAt' }] : [];
}

/** The right must have been the signer's on the day of the signature and be it still. */
function signerProblems({ student, signer, signedAt, today }: Signing): SigningProblem[] {
  if (signer.relation === 'self')
    return agreesForOneself(student, signedAt) ? [] : [{ code: 'too-young', path: 'signer.relation' }];
  if (agreesForOneself(student, today)) return [{ code: 'of-age', path: 'signer.relation' }];
  const contact = contactOf(student.contacts, signer);
  if (signer.contactId !== undefined && !contact)
    return [{ code: 'unknown-contact', path: 'signer.contactId' }];
  if (contact && !contact.mayConsent) return [{ code: 'may-not-consent', path: 'signer.contactId' }];
  const isParent = signer.relation === 'parent' || signer.relation === 'guardian';
  // Somebody else may act as a parent (34 CFR 99.3) only where the school has noted so with the contact.
  return isParent || contact ? [] : [{ code: 'not-a-parent', path: 'signer.relation' }];
}

/** The contact who signs: the one named by its id, else the one of this name. */
function contactOf(contacts: readonly StudentContact[], { contactId, name }: Signer) {
  if (contactId !== undefined) return contacts.find(({ id }) => id === contactId);
  const words = nameWords(name).sort().join(' ');
  return contacts.find((contact) => nameWords(contact.name).sort().join(' ') === words);
}
