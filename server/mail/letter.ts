import type { AccountMailKind, DigestMailKind, PartnerMailKind } from './mail-collection.ts';

/** A page with its name. */
export interface LetterLink {
  label: string;
  url: string;
}

/** A mail before it has a form: plain sentences and at most one thing to do. Nothing about a student is ever in one. */
export interface Letter {
  language: 'en' | 'es';
  subject: string;
  greeting: string;
  lines: readonly string[];
  /** What the sentences are about, each with its page. */
  items?: readonly LetterLink[];
  button?: LetterLink;
  /** What stands below the button. */
  after: readonly string[];
  /** The last line: how to get no more such mails. */
  stop?: LetterLink;
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

/** What waits for somebody, in words that name nobody. */
export interface DigestFacts {
  name: string;
  items: readonly LetterLink[];
  /** Of the page that shows all of it. */
  url: string;
  stopUrl: string;
}

export type Letters = Record<AccountMailKind, (facts: LetterFacts) => Letter> &
  Record<PartnerMailKind, (facts: PartnerLetterFacts) => Letter> &
  Record<DigestMailKind, (facts: DigestFacts) => Letter>;
