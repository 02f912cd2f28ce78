import type {
  AgreementContact,
  AgreementFacts,
  PromisedContribution,
} from '../../../core/agreements/agreement.ts';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import { utcDay } from '../../../core/schedule/utc-day.ts';
import type { Named } from '../../api/agreements.ts';
import { newId } from '../new-id.ts';

/** A promise as it is being typed. */
export type DraftPromise = Omit<PromisedContribution, 'quantity' | 'by'> & { quantity: string; by: string };
export interface DraftContact extends Pick<AgreementContact, 'side' | 'name'> {
  id: string;
  role: string;
  email: string;
  phone: string;
}

/** An agreement as it is being written. */
export interface AgreementDraft extends Omit<AgreementFacts, 'promises' | 'contacts'> {
  organization: Named | null;
  /** For all schools of the district, whatever is chosen among them. */
  whole: boolean;
  promises: DraftPromise[];
  contacts: DraftContact[];
}

export function newDraft(today: string, months: number, demands: readonly string[]): AgreementDraft {
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + months);
  return {
    organization: null,
    whole: false,
    title: '',
    schoolIds: [],
    startsOn: today,
    endsOn: isoDate(dayNumber(utcDay(end)) - 1),
    promises: [],
    demands: [...demands],
    contacts: [],
    note: '',
  };
}

export function draftOf(facts: AgreementFacts, organization: Named): AgreementDraft {
  const { title, schoolIds, startsOn, endsOn, demands, note, promises, contacts } = facts;
  return {
    organization,
    whole: schoolIds.length === 0,
    title,
    schoolIds,
    startsOn,
    endsOn,
    demands,
    note,
    promises: promises.map(({ quantity, by = '', ...rest }) => ({ ...rest, quantity: String(quantity), by })),
    contacts: contacts.map(({ role = '', email = '', phone = '', ...rest }) => ({
      ...rest,
      role,
      email,
      phone,
      id: newId(),
    })),
  };
}

export function newPromise(): DraftPromise {
  return { id: newId(), kind: 'people', what: '', quantity: '', unit: '', by: '' };
}

export function newContact(): DraftContact {
  return { id: newId(), side: 'partner', name: '', role: '', email: '', phone: '' };
}

export const DRAFT_PARTS = ['organization', 'subject', 'schools', 'dates', 'promises', 'contacts'] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

export function missingParts(draft: AgreementDraft): DraftPart[] {
  const { organization, title, whole, schoolIds, startsOn, endsOn, promises, contacts } = draft;
  const isWrong: Record<DraftPart, boolean> = {
    organization: organization === null,
    subject: title.trim() === '',
    schools: !whole && schoolIds.length === 0,
    dates: startsOn === '' || endsOn === '' || endsOn < startsOn,
    promises: promises.some(
      ({ what, unit, quantity }) => !what.trim() || !unit.trim() || !(readNumber(quantity) > 0),
    ),
    contacts: contacts.some(({ name }) => name.trim() === ''),
  };
  return DRAFT_PARTS.filter((part) => isWrong[part]);
}

/** What a draft says from which nothing is missing. */
export function factsOf(draft: AgreementDraft): AgreementFacts {
  const { title, whole, schoolIds, startsOn, endsOn, promises, demands, contacts, note } = draft;
  return {
    title: title.trim(),
    schoolIds: whole ? [] : schoolIds,
    startsOn,
    endsOn,
    promises: promises.map(({ by, quantity, ...promise }) => ({
      ...promise,
      quantity: readNumber(quantity),
      ...(by && { by }),
    })),
    demands,
    contacts: contacts.map(({ id: _, role, email, phone, ...contact }) => ({
      ...contact,
      ...(role.trim() && { role }),
      ...(email.trim() && { email }),
      ...(phone.trim() && { phone }),
    })),
    note: note.trim(),
  };
}

/** "1,200.5" as people write it, NaN where it is none. */
export function readNumber(text: string): number {
  const plain = text.replace(/[\s,]/g, '');
  return plain === '' ? Number.NaN : Number(plain);
}
