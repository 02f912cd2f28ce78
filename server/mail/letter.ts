import type { AccountMailKind, PartnerMailKind } from './mail-collection.ts';

/** A mail before it has a form: plain sentences and at most one thing to do. Nothing about a student is ever in one. */
export interface Letter {
  language: 'en' | 'es';
  subject: string;
  greeting: string;
  lines: readonly string[];
  button?: { label: string; url: string };
  /** What stands below the button. */
  after: readonly string[];
}

/** What a letter can tell. */
export interface LetterFacts {
  /** Of the person it is for. */
  name: string;
  url: string;
  /** Of the service that the person has to sign in with; then there is no password to choose. */
  service?: string | undefined;
}

/** What a letter to a partner can tell: who asks whom, and nothing of whom it is about. */
export interface PartnerLetterFacts {
  /** Of the organization. */
  name: string;
  school: string;
  url: string;
  /** So long the link works. */
  days: number;
}

export type Letters = Record<AccountMailKind, (facts: LetterFacts) => Letter> &
  Record<PartnerMailKind, (facts: PartnerLetterFacts) => Letter>;
