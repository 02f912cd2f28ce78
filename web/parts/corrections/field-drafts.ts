import type { Ages } from '../../../core/corrections/eligibility-fields.ts';
import type { Address, Language, Location, Phone, Service } from '../../../core/directory/service.ts';
import { languageCode } from '../../../core/imports/parse-language.ts';
import { parsePhone } from '../../../core/imports/parse-phone.ts';

/** What is typed, by the name of its input; of most fields it is one text. */
export type Draft = Readonly<Record<string, string>>;

/** A field as people type it: one input or several. */
interface Typed {
  draft(value: unknown): Draft;
  value(draft: Draft, before: unknown): unknown;
}

/** One line of text for each item; a line that stays keeps all that its item says besides. */
function lines<T>(say: (item: T) => string, read: (line: string) => T): Typed {
  return {
    draft: (value) => ({ text: ((value ?? []) as T[]).map(say).join('\n') }),
    value({ text = '' }, before) {
      const known = new Map(((before ?? []) as T[]).map((item) => [say(item), item]));
      const typed = text.split('\n').map((line) => line.trim());
      return typed.filter((line) => line !== '').map((line) => known.get(line) ?? read(line));
    },
  };
}

const sayPhone = ({ number, extension }: Phone) => (extension ? `${number} ext ${extension}` : number);

function readPhone(line: string): Phone {
  const { number = line, extension } = parsePhone(line) ?? {};
  return { number, languages: [], ...(extension !== undefined && { extension }) };
}

function readLanguage(name: string): Language {
  const code = languageCode(name);
  return { name, ...(code !== undefined && { code }) };
}

const text: Typed = {
  draft: (value) => ({ text: typeof value === 'string' ? value : '' }),
  value: ({ text: typed = '' }) => typed.trim() || null,
};

/** Where nothing is an empty text, and not nothing. */
const always: Typed = { ...text, value: ({ text: typed = '' }) => typed.trim() };

const ADDRESS = ['address1', 'address2', 'city', 'stateProvince', 'postalCode'] as const;

/** The first address: the one that is shown. The others stay. */
const address: Typed = {
  draft(value) {
    const [first] = (value ?? []) as Address[];
    return Object.fromEntries(ADDRESS.map((part) => [part, first?.[part] ?? '']));
  },
  value(draft, before) {
    const [first, ...others] = (before ?? []) as Address[];
    const { address1: _1, address2: _2, city: _3, stateProvince: _4, postalCode: _5, ...rest } = first ?? {};
    const typed = ADDRESS.map((part) => [part, draft[part]?.trim() ?? ''] as const).filter(
      ([, said]) => said,
    );
    return typed.length === 0 ? others : [{ ...rest, ...Object.fromEntries(typed) }, ...others];
  },
};

/** What is no number goes as it is, and is refused. */
const age = (typed = '') => (typed.trim() === '' ? null : numberOr(typed.trim()));
const numberOr = (typed: string) => (Number.isNaN(Number(typed)) ? typed : Number(typed));

const ages: Typed = {
  draft(value) {
    const { minimum, maximum } = value as Ages;
    return { minimum: String(minimum ?? ''), maximum: String(maximum ?? '') };
  },
  value: ({ minimum, maximum }) => ({ minimum: age(minimum), maximum: age(maximum), ask: false }),
};

const terms: Typed = {
  draft: (value) => ({ text: ((value ?? []) as string[]).join(' ') }),
  value: ({ text: typed = '' }) => typed.split(' ').filter(Boolean),
};

const TYPED: Readonly<Record<string, Typed>> = {
  name: always,
  description: always,
  phones: lines(sayPhone, readPhone),
  languages: lines(({ name }: Language) => name, readLanguage),
  requiredDocuments: lines(
    ({ document }: Service['requiredDocuments'][number]) => document,
    (document) => ({ document }),
  ),
  accessibility: lines(
    ({ description = '', details = '' }: Location['accessibility'][number]) => description || details,
    (description) => ({ description }),
  ),
  addresses: address,
  ages,
  terms,
};

export function draftOf(field: string, value: unknown): Draft {
  return (TYPED[field] ?? text).draft(value);
}

/** What a draft says; `before` is what stood there when it was begun. */
export function typedValue(field: string, draft: Draft, before: unknown): unknown {
  return (TYPED[field] ?? text).value(draft, before);
}
