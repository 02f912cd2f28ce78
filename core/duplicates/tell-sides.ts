import { type DirectoryRecord, fieldValue } from '../corrections/field-value.ts';

/** What of each kind is laid side by side: fields that can be taken over (core/corrections/fields.ts). */
export const COMPARED_FIELDS = {
  organization: ['name', 'alternateName', 'description', 'phones', 'email', 'website'],
  location: ['name', 'alternateName', 'addresses', 'point', 'phones', 'description'],
  service: ['name', 'alternateName', 'description', 'phones', 'email', 'url', 'feesDescription'],
} as const;

/** A field as one line of words. */
export function fieldText(record: DirectoryRecord, field: string): string {
  return textOf(fieldValue(record, field));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value !== 'object') return String(value);
  const part = Object.entries(value);
  const told = (name: string) => part.find(([key]) => key === name)?.[1];
  const coordinates = told('coordinates');
  if (Array.isArray(coordinates))
    return coordinates
      .map((degree) => Number(degree).toFixed(5))
      .reverse()
      .join(', ');
  if (told('point') !== undefined) return textOf(told('point'));
  const number = told('number');
  if (number !== undefined) return [number, told('extension')].filter(Boolean).join(' x');
  return ADDRESS.map((name) => textOf(told(name)))
    .filter(Boolean)
    .join(', ');
}

const ADDRESS = ['address1', 'address2', 'city', 'stateProvince', 'postalCode'];
