import type { QualityContext } from './quality-context.ts';
import type { QualityKind, Subject, SubjectOf } from './subject.ts';

/** What it is about: something is not said · nobody has looked · needs it is found by · where it is · what cannot be right · nothing hangs on it. */
export const QUALITY_GROUPS = ['missing', 'old', 'terms', 'points', 'odd', 'alone'] as const;
export type QualityGroup = (typeof QUALITY_GROUPS)[number];

/** Where it is put right: its fields · its check · its hours · its point · only where the record comes from. */
export type Mend = 'fields' | 'check' | 'hours' | 'point' | 'source';

interface RuleWords {
  /** In an address and in the API: it is kept. */
  name: string;
  group: QualityGroup;
  /** What is wrong with the record, to people. */
  sentence: { en: string; es: string };
  mend: Mend;
}

/** One thing that may be wrong with a record. */
export interface QualityRule extends RuleWords {
  kinds: readonly QualityKind[];
  /** What stands there that should not ('' where nothing does); undefined: nothing is wrong. */
  finds(subject: Subject, context: QualityContext): string | undefined;
}

/** A rule about records of some kinds: others are never found by it. */
export function ruleAbout<K extends QualityKind>(
  kinds: readonly K[],
  {
    finds,
    ...words
  }: RuleWords & { finds(subject: SubjectOf<K>, context: QualityContext): string | undefined },
): QualityRule {
  const isAsked = (subject: Subject): subject is SubjectOf<K> => kinds.some((kind) => kind === subject.kind);
  return {
    ...words,
    kinds,
    finds: (subject, context) => (isAsked(subject) ? finds(subject, context) : undefined),
  };
}

/** What a rule finds where nothing stands. */
export function nothingIf(isMissing: boolean): string | undefined {
  return isMissing ? '' : undefined;
}
