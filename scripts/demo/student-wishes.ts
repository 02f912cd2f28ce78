import type { z } from 'zod';
import type { Interest, Need } from '../../core/students/student.ts';
import { dayBefore } from './demo-dates.ts';
import type { Random } from './random.ts';
import { INTERESTS, NEEDS, stageOf, type Wish } from './wishes.ts';

const NEED_COUNTS = [
  [0, 8],
  [1, 26],
  [2, 34],
  [3, 22],
  [4, 10],
] as const;
const INTEREST_COUNTS = [
  [0, 12],
  [1, 40],
  [2, 34],
  [3, 14],
] as const;
const URGENCIES = [
  [1, 42],
  [2, 40],
  [3, 18],
] as const;
const SOURCES = ['teacher', 'family', 'counselor', 'nurse', 'student'] as const;

/** About two needs a student; children who speak no English at home need English more often. */
export function needsOf(grade: number, languages: readonly string[], random: Random): z.input<typeof Need>[] {
  const count = random.weighted(NEED_COUNTS);
  const learning = !languages.includes('en') || (languages.length > 1 && random.chance(0.25));
  const terms = pickTerms(NEEDS, grade, count, random, learning ? ['english-learners'] : []);
  return terms.map((term) => ({
    term,
    urgency: random.weighted(URGENCIES),
    source: random.pick(SOURCES),
    since: dayBefore(random.int(1, 420)),
  }));
}

/** About one and a half interests a student. */
export function interestsOf(grade: number, random: Random): z.input<typeof Interest>[] {
  const terms = pickTerms(INTERESTS, grade, random.weighted(INTEREST_COUNTS), random);
  return terms.map((term) => ({ term, strength: random.weighted(URGENCIES) }));
}

function pickTerms(
  wishes: readonly Wish[],
  grade: number,
  count: number,
  random: Random,
  first: readonly string[] = [],
): string[] {
  const stage = stageOf(grade);
  const weighted = wishes.map(({ term, weights }) => [term, weights[stage]] as const);
  const chosen = new Set(first.slice(0, count));
  while (chosen.size < count) chosen.add(random.weighted(weighted));
  return [...chosen];
}
