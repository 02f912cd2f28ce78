import type { Address, Language } from '../directory/service.ts';
import { compact } from './compact.ts';
import { parseBoolean } from './parse-boolean.ts';
import { languageCode, splitLanguages } from './parse-language.ts';
import { parsePhone } from './parse-phone.ts';
import type { FieldReader } from './read-fields.ts';

/** RFC 6350's types, and those that directories add. */
const PHONE_TYPES = ['voice', 'fax', 'text', 'cell', 'video', 'pager', 'textphone', 'sms', 'tty', 'hotline'];

export interface StagedPhone {
  number: string;
  extension?: string;
  type?: string;
  description?: string;
  languages: string[];
  /** Numbers by which an export names rows of its languages file. */
  languageRefs: string[];
}

/** A telephone; undefined (and noted) where there is no number that can be dialled. */
export function readPhone(row: FieldReader): StagedPhone | undefined {
  const value = row.line('number');
  const phone = value === undefined ? undefined : parsePhone(value);
  if (value === undefined) row.note({ code: 'empty-row', field: 'number', action: 'refused' });
  else if (!phone) row.note({ code: 'bad-phone', field: 'number', value, action: 'refused' });
  if (!phone) return undefined;
  for (const code of phone.repairs) row.note({ code, field: 'number', value: value!, action: 'repaired' });
  const languages = splitLanguages(row.line('language') ?? '');
  const prefix = row.line('country_prefix');
  const description = [row.text('description', 400), row.line('department'), row.line('vanity_number')];
  return compact({
    number:
      prefix && /^\+\d{1,3}$/.test(prefix) && !phone.number.startsWith('+')
        ? `${prefix} ${phone.number}`
        : phone.number,
    extension: row.line('extension') ?? phone.extension,
    type: readPhoneType(row),
    description: description.filter(Boolean).join(' · ').slice(0, 500) || undefined,
    languages: languages.filter((name) => !/^\d+$/.test(name)),
    languageRefs: languages.filter((name) => /^\d+$/.test(name)),
  });
}

function readPhoneType(row: FieldReader): string | undefined {
  const value = row.line('type');
  const type = value?.toLowerCase();
  if (type === undefined || PHONE_TYPES.includes(type)) return type;
  row.note({ code: 'unknown-value', field: 'type', value: value!, action: 'left-out' });
  return undefined;
}

export interface StagedContact {
  name?: string;
  title?: string;
  department?: string;
  email?: string;
}

export function readContact(row: FieldReader): StagedContact | undefined {
  const contact = compact({
    name: row.line('name'),
    title: row.line('title'),
    department: row.line('department'),
    email: row.email('email'),
  });
  if (Object.keys(contact).length > 0) return contact;
  row.note({ code: 'empty-row', action: 'refused' });
  return undefined;
}

/** An address; rows that hold nothing but a country say nothing. */
export function readAddress(row: FieldReader, kind: 'postal' | 'physical' | undefined): Address | undefined {
  const rest = [row.line('address_2'), row.line('address_3'), row.line('address_4')]
    .filter(Boolean)
    .join(', ');
  const address = compact({
    attention: row.line('attention'),
    address1: row.line('address_1'),
    address2: rest.slice(0, 500) || undefined,
    city: row.line('city'),
    region: row.line('region'),
    stateProvince: row.line('state_province'),
    postalCode: row.line('postal_code'),
  });
  if (Object.keys(address).length === 0) {
    row.note({ code: 'empty-row', action: 'left-out' });
    return undefined;
  }
  return compact({ ...address, country: row.line('country'), type: row.line('address_type') ?? kind });
}

/** A language with its ISO code where it has one; noted where not. */
export function toLanguage(
  name: string,
  code: string | undefined,
  row: FieldReader,
  field: string,
): Language {
  const iso = (code && languageCode(code)) || languageCode(name);
  if (!iso) row.note({ code: 'unknown-language', field, value: name, action: 'kept' });
  return compact({ code: iso, name });
}

export function readLanguage(row: FieldReader): Language | undefined {
  const code = row.line('code');
  const name = row.line('name') ?? code;
  if (name === undefined) {
    row.note({ code: 'empty-row', action: 'refused' });
    return undefined;
  }
  return compact({ ...toLanguage(name, code, row, 'name'), note: row.line('note') });
}

/** The languages of a list in one cell. */
export function readLanguageList(row: FieldReader, field: string): Language[] {
  return splitLanguages(row.line(field) ?? '').map((name) => toLanguage(name, undefined, row, field));
}

export function readFlag(row: FieldReader, field: string): boolean | undefined {
  const value = row.line(field);
  const flag = value === undefined ? undefined : parseBoolean(value);
  if (value !== undefined && flag === undefined)
    row.note({ code: 'unknown-value', field, value, action: 'left-out' });
  return flag;
}
