/** A number with its margin of error. */
export interface Estimate {
  people: number;
  margin?: number;
}

/**
 * A number of people, or its margin, as files write it: "1,250", "1250.4", "±12". Undefined for what is empty or stands
 * for "not known": "N", "(X)", and the numbers below −100 million that the Census Bureau writes in its place.
 */
export function parseAmount(input: string): number | undefined {
  const text = input
    .trim()
    .replace(/^(?:±|\+\/-)/, '')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '');
  if (!/^-?\d{1,12}(?:\.\d+)?(?:e\+?\d)?$/i.test(text)) return undefined;
  return Number(text) <= -100_000_000 ? undefined : Number(text);
}

/** Undefined where the number is not known, or below 0. */
export function readEstimate(people: string, margin: string): Estimate | undefined {
  const [amount, error] = [parseAmount(people), isControlled(margin) ? 0 : parseAmount(margin)];
  if (amount === undefined || amount < 0) return undefined;
  return { people: amount, ...(error !== undefined && error >= 0 && { margin: error }) };
}

/** The number is set by a count, not by a sample ("controlled"), so there is no margin. */
function isControlled(margin: string): boolean {
  return /^(?:\*{5}|-555555555(?:\.0)?)$/.test(margin.trim());
}

/**
 * The sum of estimates. Its margin is the root of the summed squares (US Census Bureau, "Understanding and Using ACS
 * Data", 2020, chapter 8); not known where one is not.
 */
export function sumOfEstimates(parts: readonly Estimate[]): Estimate {
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  const squares = parts.reduce((sum, { margin = Number.NaN }) => sum + margin ** 2, 0);
  return Number.isNaN(squares) ? { people } : { people, margin: Math.sqrt(squares) };
}
