import type { Match, Reason, ShownLimit, WishMatches } from '../../../core/matching/match.ts';
import type { ReasonCode } from '../../../core/matching/reasons.ts';
import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { TravelMode } from '../../../core/travel/travel.ts';
import type { Value } from '../../text/translate.ts';
import { workEn } from '../../text/work-en.ts';
import type { SayEligibility } from '../eligibility/say-eligibility.ts';
import type { Say, SayText } from './say.ts';

export interface Wording {
  t: SayText;
  say: Say;
  term(id: string): string;
  eligibility: SayEligibility;
}

type Values = Reason['values'];

/** What tells one match from the next; the other reasons wait behind "Why?". */
const TELLING: ReadonlySet<string> = new Set<ReasonCode>([
  'term-narrower',
  'term-broader',
  'travel',
  'hours-fit',
  'hours-some-weeks',
  'places',
  'language',
  'no-shared-language',
  'cost',
  'known-partner',
]);

/** A reason whose code begins so is a fact that nobody knows: to be asked, neither yes nor no. */
export function isAsk(reason: Reason): boolean {
  return reason.code.startsWith('ask-');
}

/** One reason in words; empty for a code that this page does not know yet. */
export function reasonWords({ code, values }: Reason, wording: Wording): string {
  const key = `reason.${code}`;
  if (!(key in workEn)) return '';
  const said = (wording.t as (key: string, values: Record<string, Value>) => string)(
    key,
    sayValues(code, values, wording),
  );
  // A value that is not there, such as a cost that nobody wrote down, takes its colon along.
  return said.replace(/:? ?\{\w+\}/g, '');
}

/** "9 min by bus from school, Tue 3:30–5 pm fits, Spanish, 4 places free". */
export function reasonSentence(match: Match, wording: Wording): string {
  const telling = match.reasons.filter(({ code }) => TELLING.has(code));
  return saySentence(telling.map((reason) => reasonWords(reason, wording)).join(', '));
}

/** The facts to ask about, as one enumeration; undefined where everything is known. */
export function askWords(match: Match, wording: Wording): string | undefined {
  const asks = match.reasons.filter(isAsk).map((reason) => reasonWords(reason, wording));
  return asks.length > 0 ? wording.t('student.ask', { what: wording.say.list(asks) }) : undefined;
}

/** "3 too far, 2 full": what the limits took away, the largest first; undefined where they took nothing. */
export function notShownWords(removed: WishMatches['removed'], t: SayText): string | undefined {
  const counts = Object.entries(removed) as [ShownLimit, number][];
  if (counts.length === 0) return undefined;
  const parts = counts.sort((a, b) => b[1] - a[1]).map(([limit, n]) => t(`limit.${limit}`, { n }));
  return t('student.notShown', { parts: parts.join(', ') });
}

export function saySentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The values of a reason as people say them, for the holes of its sentence. */
export function sayValues(
  code: string,
  values: Values,
  { t, say, term, eligibility }: Wording,
): Record<string, Value> {
  const said: Record<string, Value> = { ...values };
  const { mode, minutes, from, day, to, language, languages, free } = values;
  if (mode && typeof minutes === 'number') said.way = say.trip(minutes, mode as TravelMode);
  if (from === 'school' || from === 'home') said.from = t(`from.${from}`);
  else if (day && from && to) said.span = say.span({ day, from, to } as WeeklySpan);
  if (values.next) said.next = say.date(`${values.next}T12:00:00`);
  if (language) said.language = say.language(String(language));
  if (languages) said.languages = say.list(String(languages).split(',').map(say.language));
  Object.assign(said, sayRules(values, eligibility));
  if (values.term) said.term = term(String(values.term));
  if (typeof free === 'number') said.n = free;
  const range = rangeWords(
    values,
    (value) => (code.includes('grade') ? shortGrade(value, t) : String(value)),
    t,
  );
  return range ? { ...said, range } : said;
}

/** Lists of ids as their names: "SNAP, WIC or Medicaid". */
function sayRules(values: Values, say: SayEligibility): Record<string, Value> {
  const named = (list: Values[string] | undefined, name: (id: string) => string) =>
    say.any(String(list).split(',').map(name));
  const attribute = String(values.attribute);
  return {
    ...(values.programs && { programs: named(values.programs, say.program) }),
    ...(values.genders && { genders: named(values.genders, say.people) }),
    ...(values.attribute && { attribute: say.attribute(attribute) }),
    ...(values.values && { values: named(values.values, (id) => say.value(attribute, id)) }),
  };
}

/** "5–12", "5 and up", "up to 12"; grades below 1 by their names. */
function rangeWords(values: Values, name: (value: number) => string, t: SayText): string | undefined {
  const [min, max] = [values.min, values.max].map((end) =>
    end === undefined ? undefined : name(Number(end)),
  );
  if (min !== undefined && max !== undefined) return t('range.both', { min, max });
  if (min !== undefined) return t('range.from', { min });
  return max === undefined ? undefined : t('range.to', { max });
}

export function shortGrade(grade: number, t: SayText): string {
  if (grade < 0) return t('grade.short.pk');
  return grade === 0 ? t('grade.short.k') : String(grade);
}
