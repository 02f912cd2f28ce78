import type { EligibilityWords } from '../../../core/eligibility/eligibility-words.ts';
import type { IncomeBand } from '../../../core/students/circumstances.ts';
import type { EligibilityTexts } from '../../text/eligibility-en.ts';
import { type Language, localeOf, type Translate } from '../../text/translate.ts';

/** Programs, attributes and genders in the words of one language; the id of what has none. */
export interface SayEligibility {
  t: Translate<EligibilityTexts>;
  program(id: string): string;
  attribute(name: string): string;
  value(attribute: string, id: string): string;
  /** Whom a service is for: "girls and women". */
  people(gender: string): string;
  income(band: IncomeBand): string;
  /** "SNAP, WIC or Medicaid" */
  any(items: readonly string[]): string;
}

export const NO_WORDS: EligibilityWords = { programs: [], attributes: [] };

export function createSayEligibility(
  { programs, attributes }: EligibilityWords,
  language: Language,
  t: Translate<EligibilityTexts>,
): SayEligibility {
  const list = new Intl.ListFormat(localeOf(language), { type: 'disjunction' });
  const attributeOf = (name: string) => attributes.find((attribute) => attribute.name === name);
  const findValue = (name: string, id: string) => attributeOf(name)?.values.find((value) => value.id === id);
  return {
    t,
    program: (id) => programs.find((program) => program.id === id)?.label[language] ?? id,
    attribute: (name) => attributeOf(name)?.label[language] ?? name,
    value: (name, id) => findValue(name, id)?.label[language] ?? id,
    people: (gender) => (isGender(gender) ? t(`for.${gender}`) : gender),
    income: (band) => sayIncome(band, t),
    any: (items) => list.format(items),
  };
}

function isGender(text: string): text is 'female' | 'male' | 'nonbinary' {
  return text === 'female' || text === 'male' || text === 'nonbinary';
}

function sayIncome({ minimumFpl, maximumFpl }: IncomeBand, t: Translate<EligibilityTexts>): string {
  if (maximumFpl === undefined) return t('income.over', { from: minimumFpl ?? 0 });
  if (minimumFpl === undefined) return t('income.upTo', { to: maximumFpl });
  return t('income.between', { from: minimumFpl, to: maximumFpl });
}
