import { z } from 'zod';

/** What is talked about: how the student is · a goal · a step that is late · a referral · what somebody wants besides. */
export const AGENDA_KINDS = ['review', 'goal', 'step', 'referral', 'own'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const CONFERENCE_LISTS = ['agenda', 'decisions', 'people'] as const;
export type ConferenceList = (typeof CONFERENCE_LISTS)[number];

/** More than one meeting holds, and what one page can print. */
export const MOST_OF: Readonly<Record<ConferenceList | 'steps', number>> = {
  agenda: 30,
  decisions: 15,
  people: 20,
  steps: 15,
};

interface Item {
  id: string;
  /** The version of the conference that touched it last: who changes it says which one they saw. */
  version: number;
}

export interface AgendaItem extends Item {
  kind: AgendaKind;
  /** In the words of the plan, a service's name, or what somebody wrote; empty of a review. */
  text: string;
  /** Of a review its month, of a step the day by which it was due, of a referral its state, as it was on that day. */
  detail: string;
  /** What was said. */
  notes: string;
}

export interface Decision extends Item {
  text: string;
}

/** Somebody who was there. */
export interface Present extends Item {
  name: string;
  relation: string;
}

/** A meeting of the people who are on a student's side, and what came of it. */
export interface Conference {
  id: string;
  studentId: string;
  /** "YYYY-MM-DD" by the district's calendar. */
  day: string;
  version: number;
  /** The last change: moment and account. */
  at: string;
  by: string;
  agenda: readonly AgendaItem[];
  decisions: readonly Decision[];
  people: readonly Present[];
  /** Steps that were added to the student's plan, as they were worded then. */
  steps: readonly { id: string; text: string }[];
}

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `at most ${most.toLocaleString('en-US')} characters`);

/** What one list takes of an item; everything else of it stays. */
const ItemOf = {
  agenda: z.strictObject({ text: words(300).optional(), notes: words(2000).optional() }),
  decisions: z.strictObject({ text: words(500).min(1) }),
  people: z.strictObject({ name: words(200).min(1), relation: words(200).default('') }),
} as const;

const shared = { id: z.string().regex(/^[a-z0-9][a-z0-9-]{7,119}$/), saw: z.int().min(0) };

/** One item as somebody wants it, and which version of it they saw; 0 for a new one. Null takes it out. */
export const ConferenceEdit = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('agenda'), ...shared, to: ItemOf.agenda.nullable() }),
  z.strictObject({ list: z.literal('decisions'), ...shared, to: ItemOf.decisions.nullable() }),
  z.strictObject({ list: z.literal('people'), ...shared, to: ItemOf.people.nullable() }),
]);
export type ConferenceEdit = z.output<typeof ConferenceEdit>;
