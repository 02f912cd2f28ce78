/** Forms by plural category of the language, chosen by the value `n`. */
export interface PluralForms {
  readonly one?: string;
  readonly many?: string;
  readonly other: string;
}
export type Text = string | PluralForms;
export type Texts = Readonly<Record<string, Text>>;

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

type Holes<S> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Forms<T> = T extends string ? T : T[keyof T];
type HolesOf<T> = Holes<Forms<T>> | (T extends string ? never : 'n');
export type Value = string | number;
type Given<T> = [HolesOf<T>] extends [never] ? [] : [values: Readonly<Record<HolesOf<T>, Value>>];

/** Says a text by its key; the compiler asks for exactly the values that the English text has holes for. */
export type Translate<T extends Texts> = <K extends keyof T & string>(
  key: K,
  ...given: Given<T[K]>
) => string;

/** The other language's texts: the same keys, whatever the wording. */
export type Translated<T extends Texts> = Readonly<Record<keyof T, Text>>;

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };
const plurals = new Map<Language, Intl.PluralRules>();
const numbers = new Map<Language, Intl.NumberFormat>();

export function localeOf(language: Language): string {
  return locales[language];
}

export function sayNumber(language: Language, value: number): string {
  return kept(numbers, language, () => new Intl.NumberFormat(localeOf(language))).format(value);
}

export function createTranslate<T extends Texts>(language: Language, texts: Translated<T>): Translate<T> {
  return (key, ...given) =>
    render(language, texts[key], given[0] as Readonly<Record<string, Value>> | undefined);
}

export function render(language: Language, text: Text, values: Readonly<Record<string, Value>> = {}): string {
  const form = typeof text === 'string' ? text : formFor(language, text, Number(values.n));
  return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === 'number' ? sayNumber(language, value) : value;
  });
}

function formFor(language: Language, forms: PluralForms, n: number): string {
  const rules = kept(plurals, language, () => new Intl.PluralRules(localeOf(language)));
  const category = rules.select(n);
  return (category === 'one' || category === 'many' ? forms[category] : undefined) ?? forms.other;
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
