import { z } from 'zod';
import { type ConsentTerms, FORM_LANGUAGES, type FormLanguage, Purpose } from './consent.ts';
import { RECORD_CATEGORIES, type RecordCategory } from './record-category.ts';

const words = z.string().min(1);

/** The form in one language. `text` has holes such as {school}; each hole stands in it at least once. */
const FormTexts = z.strictObject({
  text: z.array(words).min(1),
  records: z.record(z.enum(RECORD_CATEGORIES), words),
  purposes: z.record(Purpose, words),
  /** "every organization that offers {terms}" */
  class: words.refine((text) => text.includes('{terms}'), 'must have the hole {terms}'),
  /** "{month} {day}, {year}" */
  date: words,
  months: z.array(words).length(12),
});

const HOLES = ['student', 'number', 'school', 'records', 'recipient', 'purpose', 'until'] as const;
type Hole = (typeof HOLES)[number];

/** One version of the form. A version that has been signed is never edited: a change is a new file with the next number. */
export const ConsentForm = z.strictObject({
  version: z.int().min(1),
  languages: z
    .strictObject({ en: FormTexts, es: FormTexts })
    .refine(haveTheSamePurposes, 'all languages must name the same purposes')
    .superRefine(haveAllHoles),
});
export type ConsentForm = z.infer<typeof ConsentForm>;

function haveTheSamePurposes(languages: Record<FormLanguage, z.infer<typeof FormTexts>>): boolean {
  const lists = FORM_LANGUAGES.map((language) => Object.keys(languages[language].purposes).sort().join());
  return new Set(lists).size === 1;
}

function haveAllHoles(languages: Record<FormLanguage, z.infer<typeof FormTexts>>, context: z.RefinementCtx) {
  for (const language of FORM_LANGUAGES) {
    const text = languages[language].text.join('\n');
    for (const hole of HOLES) {
      if (text.includes(`{${hole}}`)) continue;
      context.addIssue({ code: 'custom', path: [language, 'text'], message: `has no hole {${hole}}` });
    }
  }
}

/** What the form says of the student and the recipient; names as people write them. */
export interface FormFacts {
  studentName: string;
  studentNumber: string;
  schoolName: string;
  /** The organization's name, or the names of the terms of the class in the form's language. */
  recipientNames: readonly string[];
}

/** The exact text that is shown, printed and signed. The same terms and facts give the same text, on any machine. */
export function renderForm(form: ConsentForm, terms: ConsentTerms, facts: FormFacts): string {
  const texts = form.languages[terms.language];
  const names = facts.recipientNames.join(', ');
  const values: Record<Hole, string> = {
    student: facts.studentName,
    number: facts.studentNumber,
    school: facts.schoolName,
    records: terms.records.map((record: RecordCategory) => `– ${texts.records[record]}`).join('\n'),
    recipient: terms.recipient.kind === 'class' ? fill(texts.class, { terms: names }) : names,
    purpose: texts.purposes[terms.purpose] ?? terms.purpose,
    until: sayDay(texts, terms.expiresAt),
  };
  return texts.text.map((paragraph) => fill(paragraph, values)).join('\n\n');
}

/** The purposes that a form knows. */
export function hasPurpose(form: ConsentForm, purpose: string): boolean {
  return Object.hasOwn(form.languages.en.purposes, purpose);
}

function sayDay({ date, months }: z.infer<typeof FormTexts>, day: string): string {
  const [year = '', month, ofMonth] = day.split('-');
  return fill(date, { year, month: months[Number(month) - 1] ?? '', day: String(Number(ofMonth)) });
}

/** Each hole once, and nothing in a value is taken for a hole. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
