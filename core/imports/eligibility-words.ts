import type { Eligibility } from '../directory/service.ts';

type UnknownFact = Eligibility['unknown'][number];

const WORDS: readonly [UnknownFact, RegExp][] = [
  [
    'age',
    /\bage[sd]?\b|\byears? old\b|\bseniors?\b|\bolder adults?\b|\byouth\b|\bteens?\b|\badults?\b|\bchildren\b|\binfants?\b|\btoddlers?\b/i,
  ],
  ['grade', /\bgrades?\b|\b(?:elementary|middle|high)[- ]school\b|\bkindergarten/i],
  ['income', /\bincomes?\b|\bpoverty\b/i],
  ['residence', /\bresiden(?:t|ts|ce|cy)\b|\bliv(?:e|es|ing) in\b|\bzip code\b|\bward \d\b/i],
  [
    'gender',
    /\bwom[ae]n\b|\bm[ae]n\b|\bgirls?\b|\bboys?\b|\b(?:fe)?males?\b|\bgender\b|\bmothers?\b|\bfathers?\b/i,
  ],
  ['insurance', /\bmedicaid\b|\bmedicare\b|\b(?:un)?insur(?:ed|ance)\b/i],
  ['referral', /\breferr(?:al|als|ed)\b/i],
];

/** The facts that a text about eligibility touches without saying them in a way that a program could decide by. */
export function unknownFacts(text: string): UnknownFact[] {
  return WORDS.filter(([, pattern]) => pattern.test(text)).map(([fact]) => fact);
}

/** Whether a text about eligibility says that there are no conditions. */
export function saysNoConditions(text: string): boolean {
  return /^(?:none|no (?:eligibility )?requirements?|no restrictions?|anyone(?: in need)?|everyone|open to (?:all|everyone)|n\/a)[.!]?$/i.test(
    text.trim(),
  );
}
