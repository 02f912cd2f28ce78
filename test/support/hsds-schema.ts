import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/reference/hsds/3.1-dev/schema/', import.meta.url);

/** Whether the reference of HSDS lies beside the checkout. */
export const hasHsdsReference = existsSync(folder);

interface Schema {
  type?: string;
  format?: string;
  enum?: readonly unknown[];
  required?: readonly string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  $ref?: string;
}

/** What the schemas of HSDS say beside what is checked: words for people and for tables. */
const NOT_CHECKED = new Set(
  'name title description example core constraints path datapackage_metadata datapackage_type tabular_required unique'.split(
    ' ',
  ),
);
const CHECKED = new Set(['type', 'format', 'enum', 'required', 'properties', 'items', '$ref']);
/** Of a list: how tables write it, which JSON does not. */
const OF_TABLES = new Set(['csv']);

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i,
  email: /^[^\s@<>"',;()[\]\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i,
};

/**
 * Validates against a schema of HSDS ("compiled/service", "taxonomy"). Knows just the keywords that these schemas use
 * and throws on any other, so that nothing is passed over in silence. A field that HSDS has not must be one of the profile's.
 */
export function hsdsValidator(name: string, profile: ReadonlySet<string>): (value: unknown) => string[] {
  const schema = load(name);
  return (value) => {
    const faults: string[] = [];
    check(schema, value, '', { faults, profile });
    return faults;
  };
}

const loaded = new Map<string, Schema>();

function load(name: string): Schema {
  const known = loaded.get(name);
  if (known) return known;
  const schema: Schema = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  loaded.set(name, schema);
  return schema;
}

interface Report {
  faults: string[];
  profile: ReadonlySet<string>;
}

function check(given: Schema, value: unknown, path: string, report: Report): void {
  const { faults, profile } = report;
  const schema = given.$ref === undefined ? given : load(given.$ref.replace('.json', ''));
  refuseUnknownKeywords(schema, path);
  if (schema.type !== undefined && !isOfType(value, schema.type)) {
    faults.push(`${path || '/'} is no ${schema.type}: ${JSON.stringify(value)}`);
    return;
  }
  if (schema.enum && !schema.enum.includes(value))
    faults.push(`${path} is not listed: ${JSON.stringify(value)}`);
  if (schema.format !== undefined && typeof value === 'string' && !formatOf(schema.format).test(value))
    faults.push(`${path} is no ${schema.format}: ${value}`);
  if (Array.isArray(value) && schema.items)
    for (const [at, item] of value.entries()) check(schema.items, item, `${path}/${at}`, report);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const field of schema.required ?? [])
    if (!(field in value)) faults.push(`${path}/${field} is missing`);
  for (const [field, part] of Object.entries(value)) {
    const own = schema.properties?.[field];
    if (own) check(own, part, `${path}/${field}`, report);
    else if (!profile.has(field)) faults.push(`${path}/${field} is neither in HSDS nor in the profile`);
  }
}

function refuseUnknownKeywords(schema: Schema, path: string): void {
  const unknown = Object.keys(schema).filter((key) => !CHECKED.has(key) && !NOT_CHECKED.has(key));
  if (unknown.length > 0) throw new Error(`unknown keyword ${unknown.join(', ')} at ${path}`);
}

function formatOf(format: string): RegExp {
  const pattern = FORMATS[format];
  if (pattern) return pattern;
  if (OF_TABLES.has(format)) return /^/;
  throw new Error(`unknown format ${format}`);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
