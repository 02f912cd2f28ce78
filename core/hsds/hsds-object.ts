/** Anything that HSDS writes down. */
export type HsdsValue = string | number | boolean | HsdsObject | readonly HsdsValue[];
export interface HsdsObject {
  readonly [field: string]: HsdsValue;
}

/** Fields as they come from our records: what nobody told is undefined. */
export type Untold = Readonly<Record<string, HsdsValue | undefined>>;

/** The object with what is told: without what nobody told and without empty lists. */
export function told(fields: Untold): HsdsObject {
  // A plain loop: an export does this a dozen times a service, and lists of entries take three times as long.
  const said: Record<string, HsdsValue> = {};
  for (const field of Object.keys(fields)) {
    const value = fields[field];
    if (value !== undefined && !isEmpty(value)) said[field] = value;
  }
  return said;
}

function isEmpty(value: HsdsValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Makes a UUID of words, always the same of the same words. */
export type NameUuid = (words: readonly string[]) => string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A field as text; undefined where it is not told, or no plain value. */
export function textIn(object: HsdsObject | undefined, field: string): string | undefined {
  const value = object?.[field];
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** The objects of a list; none where it is not told. */
export function partsIn(object: HsdsObject | undefined, list: string): readonly HsdsObject[] {
  const value = object?.[list];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** An object in a field; undefined where there is none. */
export function objectIn(object: HsdsObject | undefined, field: string): HsdsObject | undefined {
  const value = object?.[field];
  return value !== undefined && isObject(value) ? value : undefined;
}

function isObject(value: HsdsValue): value is HsdsObject {
  return typeof value === 'object' && !Array.isArray(value);
}
