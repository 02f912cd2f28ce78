import type { Shared } from './offer-columns.ts';

/**
 * Asks a question about each shared value at most once, until the next question (the next student) comes.
 * A stamp says to which question an answer belongs, so that nothing needs to be cleared.
 */
export function keptAnswers<T, A>({
  values,
  of,
}: Shared<T>): (question: (value: T) => A) => (offer: number) => A {
  const answers = values.map((): A | undefined => undefined);
  const stamps = new Float64Array(values.length);
  let latest = 0;
  return (question) => {
    const stamp = ++latest;
    return (offer) => {
      const place = of[offer]!;
      if (stamps[place] !== stamp) {
        answers[place] = question(values[place]!);
        stamps[place] = stamp;
      }
      return answers[place] as A;
    };
  };
}
