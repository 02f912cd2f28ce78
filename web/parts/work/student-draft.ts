import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { Circumstances } from '../../../core/students/circumstances.ts';
import type { Interest, Need, Student } from '../../../core/students/student.ts';
import type { NamedStudent, StudentContact } from '../../../core/students/student-identity.ts';
import type { StudentChange } from '../../api/students.ts';
import { parseClockTime, typedClockTime } from './clock-time.ts';

/** What a coordinator may change, as it stands in the form: times as they were typed. */
export interface StudentDraft {
  needs: Need[];
  interests: Interest[];
  freeTimes: WeeklySpan[];
  travelModes: Student['travelModes'];
  contacts: DraftContact[];
  notes: string;
  /** Absent while nothing is known. */
  circumstances?: Circumstances;
}

/** A contact in the form: what is not known is an empty text. */
export type DraftContact = Omit<StudentContact, OpenPart> & Record<OpenPart, string>;
type OpenPart = 'email' | 'phone' | 'language';

export interface DraftErrors {
  /** Indices of contacts without a name, and of those whose e-mail address is none. */
  nameless: number[];
  badEmails: number[];
  /** Indices of free times that cannot be read. */
  times: number[];
  travel: boolean;
}

export const NO_ERRORS: DraftErrors = { nameless: [], badEmails: [], times: [], travel: false };

export function draftOf(student: NamedStudent): StudentDraft {
  const { needs, interests, freeTimes, travelModes, contacts, notes = '', circumstances } = student;
  const typed = freeTimes.map(({ day, from, to }) => ({
    day,
    from: typedClockTime(from),
    to: typedClockTime(to),
  }));
  return {
    needs,
    interests,
    freeTimes: typed,
    travelModes,
    contacts: contacts.map(draftContact),
    notes,
    ...(circumstances && { circumstances }),
  };
}

export function draftErrors(draft: StudentDraft): DraftErrors {
  const times = draft.freeTimes.map(readSpan).flatMap((span, index) => (span ? [] : [index]));
  const indices = (wrong: (contact: DraftContact) => boolean) =>
    draft.contacts.flatMap((contact, index) => (wrong(contact) ? [index] : []));
  return {
    nameless: indices(({ name }) => name.trim() === ''),
    badEmails: indices(({ email }) => email.trim() !== '' && !isEmail(email.trim())),
    times,
    travel: draft.travelModes.length === 0,
  };
}

export function hasErrors({ nameless, badEmails, times, travel }: DraftErrors): boolean {
  return nameless.length + badEmails.length + times.length > 0 || travel;
}

export function newContact(id: string): DraftContact {
  return draftContact({ id, name: '', relation: 'parent', mayConsent: false });
}

function draftContact(contact: StudentContact): DraftContact {
  const { email = '', phone = '', language = '' } = contact;
  return { ...contact, email, phone, language };
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** The draft as the server takes it. Only for a draft without errors. */
export function changeOf(draft: StudentDraft): StudentChange {
  return {
    ...draft,
    freeTimes: draft.freeTimes.flatMap((span) => readSpan(span) ?? []),
    contacts: draft.contacts.map(contactOf),
  };
}

function contactOf({ email, phone, language, name, ...rest }: DraftContact): StudentContact {
  const known = Object.entries({ email, phone, language })
    .map(([field, text]) => [field, text.trim()])
    .filter(([, text]) => text !== '');
  return { ...rest, name: name.trim(), ...Object.fromEntries(known) };
}

function readSpan({ day, from, to }: WeeklySpan): WeeklySpan | undefined {
  const [start, end] = [parseClockTime(from), parseClockTime(to)];
  return start && end && start < end ? { day, from: start, to: end } : undefined;
}
