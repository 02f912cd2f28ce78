export interface Ages {
  minimumAge?: number;
  maximumAge?: number;
}

const A =
  '(?:people |children |youth |adults |seniors |students |persons? |individuals |teens |infants? |young |and |toddlers |older )*';

/**
 * The ages of a short phrase that is about nothing else: "Ages 60+", "Youth (6-12)", "Age 55 or over", "18 and under",
 * "Seniors (55+)". `{}` for "All ages". Undefined where the phrase says anything more, or less.
 */
export function parseAges(input: string): Ages | undefined {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.]$/, '')
    .trim();
  if (/^(?:all|any) ages?(?: welcome)?$/.test(text)) return {};
  const phrase = text
    .replace(new RegExp(`^${A}`), '')
    .replace(/^(?:ages?|aged)\s*:?\s*/, '')
    .replace(/ ?(?:years?|yrs?)(?: old| of age)?/g, '')
    .trim();
  const range = /^(\d{1,3}) ?(?:-|–|to|through) ?(\d{1,3})$/.exec(phrase);
  if (range) return within(Number(range[1]), Number(range[2]));
  const least = /^(\d{1,3}) ?(?:\+|(?:and|or|&) (?:over|older|above|up))$/.exec(phrase);
  if (least) return within(Number(least[1]), undefined);
  const most = /^(\d{1,3}) (?:and|or|&) (?:under|younger|below)$/.exec(phrase);
  return most ? within(undefined, Number(most[1])) : undefined;
}

function within(minimumAge: number | undefined, maximumAge: number | undefined): Ages | undefined {
  const tooHigh = [minimumAge, maximumAge].some((age) => age !== undefined && age > 130);
  if (tooHigh || (minimumAge !== undefined && maximumAge !== undefined && minimumAge > maximumAge))
    return undefined;
  return {
    ...(minimumAge === undefined ? {} : { minimumAge }),
    ...(maximumAge === undefined ? {} : { maximumAge }),
  };
}

/** The ages that any of several groups covers: the widest. */
export function uniteAges(all: readonly Ages[]): Ages {
  if (all.length === 0) return {};
  const least = all.map((ages) => ages.minimumAge);
  const most = all.map((ages) => ages.maximumAge);
  return {
    ...(least.includes(undefined) ? {} : { minimumAge: Math.min(...(least as number[])) }),
    ...(most.includes(undefined) ? {} : { maximumAge: Math.max(...(most as number[])) }),
  };
}
