import type { Match, Reason, ShownLimit, WishMatches } from './match.ts';
import type { ReasonCode } from './reasons.ts';

/** Limits that eligibility sets. All of them become one: of four alone it could be told which it was. */
const RULES: ReadonlySet<ShownLimit> = new Set<ShownLimit>([
  'age',
  'grade',
  'language',
  'residence',
  'income',
  'program',
  'gender',
  'attribute',
]);

/** Reasons that tell what is known of a student's circumstances, or that it is not. */
const TELLING: ReadonlySet<string> = new Set<ReasonCode>([
  'income-ok',
  'program-ok',
  'gender-ok',
  'attribute-ok',
  'ask-income',
  'ask-income-band',
  'ask-income-or-programs',
  'ask-programs',
  'ask-gender',
  'ask-student-gender',
  'ask-attribute',
]);

/**
 * Matches for people who may see the student and not the circumstances: whether one of them is met or not known reads
 * the same, as conditions to ask about, and which rule removed an offer is not told.
 */
export function concealCircumstances(wishes: readonly WishMatches[]): WishMatches[] {
  return wishes.map((wish) => {
    const { matches, removed, nearest } = wish;
    return {
      ...wish,
      matches: matches.map(concealReasons),
      removed: concealLimits(removed),
      ...(nearest && { nearest: { ...nearest, limit: shown(nearest.limit) } }),
    };
  });
}

function concealReasons(match: Match): Match {
  const kept = match.reasons.filter(({ code }) => !TELLING.has(code) && code !== CONDITIONS.code);
  return kept.length === match.reasons.length ? match : { ...match, reasons: [...kept, CONDITIONS] };
}

const CONDITIONS: Reason = { code: 'ask-conditions' satisfies ReasonCode, values: {} };

function concealLimits(removed: WishMatches['removed']): WishMatches['removed'] {
  const counts: WishMatches['removed'] = {};
  for (const [limit, count] of Object.entries(removed) as [ShownLimit, number][])
    counts[shown(limit)] = (counts[shown(limit)] ?? 0) + count;
  return counts;
}

function shown(limit: ShownLimit): ShownLimit {
  return RULES.has(limit) ? 'rules' : limit;
}
