/**
 * Every code that a reason of a match may carry, with the values that go into its sentence. The interface's
 * texts have one sentence a code and language. A code beginning with "ask-" is a fact that nobody knows.
 *
 * | code | values | says |
 * |---|---|---|
 * | `term-exact` | `term` | offers exactly what is wished |
 * | `term-narrower` | `term` | offers this special kind of what is wished |
 * | `term-broader` | `term` | offers this more general thing, in which the wish lies |
 * | `travel` | `minutes` (one decimal), `mode` walk, bike, bus or car, `from` school or home | how it is reached |
 * | `hours-fit` | `day` MO to SU, `from`, `to` "HH:MM" | open then, the student free and there |
 * | `hours-some-weeks` | `day`, `from`, `to` of the first, `next` its date, `count` of `weeks` | fits, but not every week |
 * | `ask-hours` | – | opening hours are not known |
 * | `ask-free-times` | – | when the student is free is not known |
 * | `places` | `free` above 0 | has that many free places |
 * | `ask-places` | – | free places are not known |
 * | `approved` | – | has what the school's district asks of partners |
 * | `ask-agreement` | – | has not; the district does not demand it |
 * | `language` | `language` ISO 639-1 | given in a language of the student |
 * | `no-shared-language` | – | given in other languages only |
 * | `ask-language` | – | its languages or the student's are not known |
 * | `free` | – | costs nothing |
 * | `cost` | `cost`, a line of the source, where there is one | costs something |
 * | `ask-cost` | `cost`, a line of the source, where there is one | whether it costs something is not known |
 * | `known-partner` | – | the student knows the organisation |
 * | `age-ok` | `min`, `max` in years, those that are set | takes this age |
 * | `grade-ok` | `min`, `max` -1 to 12, those that are set | takes this grade |
 * | `required-language-ok` | `language` ISO 639-1 | asks for a language, which the student speaks |
 * | `residence-ok` | – | asks for living in its area, where the student lives |
 * | `ask-age` | `min`, `max` in years, those that are set | age limits, or the birth month, leave it open |
 * | `ask-grade` | `min`, `max`, those that are set | the source leaves the grades open |
 * | `ask-required-language` | `languages`, comma list | asks for one of them; the student's are not known |
 * | `ask-residence` | – | asks for an area; the area or the home is not known |
 * | `income-ok` | `percent`, `programs` where they do as well | the income, or a program, is within its limit |
 * | `program-ok` | `programs`, comma list | asks for one of these programs, in which the student is |
 * | `gender-ok` | `genders`, comma list | is for this gender |
 * | `attribute-ok` | `attribute`, `values`, comma list | asks for one of these values, which the student has |
 * | `ask-income` | `percent`, `programs`, those that are set | the source leaves open what part income plays |
 * | `ask-income-band` | `percent`, `programs`, those that are set | the family's income band is not known |
 * | `ask-income-or-programs` | `percent`, `programs` | neither income nor programs are known; one is enough |
 * | `ask-programs` | `programs`, comma list; `percent` where there is one | membership is not known |
 * | `ask-gender` | `genders`, those that are set | the source leaves open whom it takes |
 * | `ask-student-gender` | `genders`, comma list | is for these genders; the student's is not known |
 * | `ask-attribute` | `attribute`, `values`, comma list | asks for one of these values; the student's is not known |
 * | `ask-insurance` | – | may depend on insurance |
 * | `ask-referral` | – | may need a referral |
 * | `ask-conditions` | – | has conditions in words only: read them |
 */
export const REASON_CODES = [
  'term-exact',
  'term-narrower',
  'term-broader',
  'travel',
  'hours-fit',
  'hours-some-weeks',
  'ask-hours',
  'ask-free-times',
  'places',
  'ask-places',
  'approved',
  'ask-agreement',
  'language',
  'no-shared-language',
  'ask-language',
  'free',
  'cost',
  'ask-cost',
  'known-partner',
  'age-ok',
  'grade-ok',
  'required-language-ok',
  'residence-ok',
  'income-ok',
  'program-ok',
  'gender-ok',
  'attribute-ok',
  'ask-age',
  'ask-grade',
  'ask-required-language',
  'ask-residence',
  'ask-income',
  'ask-income-band',
  'ask-income-or-programs',
  'ask-programs',
  'ask-gender',
  'ask-student-gender',
  'ask-attribute',
  'ask-insurance',
  'ask-referral',
  'ask-conditions',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
