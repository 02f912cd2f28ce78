import type { Contact, Phone } from '../directory/service.ts';
import type { Subject } from './subject.ts';

/** Everything in a record by which somebody might be reached. */
export interface WaysToReach {
  phones: readonly string[];
  emails: readonly string[];
  webs: readonly string[];
}

export function waysToReach(subject: Subject): WaysToReach {
  const { record } = subject;
  const others = subject.kind === 'service' ? subject.links : [];
  const all = [record, ...others];
  const contacts = all.flatMap((each) => each.contacts);
  return {
    phones: [...all, ...contacts].flatMap(numbersOf),
    emails: [ownMail(subject), ...contacts.map(({ email }) => email)].flatMap(said),
    webs: [ownWeb(subject)].flatMap(said),
  };
}

function numbersOf({ phones }: Pick<Contact, 'phones'>): string[] {
  return phones.map(({ number }: Phone) => number);
}

function ownMail(subject: Subject): string | undefined {
  return subject.kind === 'location' ? undefined : subject.record.email;
}

function ownWeb(subject: Subject): string | undefined {
  if (subject.kind === 'organization') return subject.record.website;
  return subject.kind === 'service' ? subject.record.url : undefined;
}

function said(text: string | undefined): string[] {
  return text?.trim() ? [text] : [];
}
