import type { JsonSchema } from '../../server/openapi/json-schema.ts';

/** Says what is wrong with a value, where. */
export type Check = (value: unknown, path: string, faults: string[]) => void;

type Components = Readonly<Record<string, JsonSchema>>;
type Keyword = (of: never, schema: JsonSchema, compile: (schema: SchemaOrBoolean) => Check) => Check;
type SchemaOrBoolean = JsonSchema | boolean;

/** What tells people something and checks nothing here. */
const WORDS = new Set(['default', 'description', 'propertyNames', 'readOnly']);

/**
 * Compiles JSON Schema 2020-12 as our API's description uses it: made apart from what wrote the schemas, so that both would have
 * to err alike. A keyword that it does not know throws, so that nothing is passed over in silence.
 */
export function schemaCompiler(components: Components): (schema: JsonSchema) => Check {
  const known = new Map<string, Check>();

  function compile(schema: SchemaOrBoolean): Check {
    if (schema === true) return () => {};
    if (schema === false)
      return (value, path, faults) => void faults.push(`${path} may not be: ${told(value)}`);
    const checks = Object.entries(schema)
      .filter(([key]) => !WORDS.has(key))
      .map(([key, of]) => {
        if (key === '$ref') return reference(String(of));
        const keyword = KEYWORDS[key];
        if (!keyword) throw new Error(`unknown keyword ${key}`);
        return keyword(of as never, schema, compile);
      });
    return (value, path, faults) => {
      for (const check of checks) check(value, path, faults);
    };
  }

  /** Looked up when it is first needed: a shape may hold itself. */
  function reference(ref: string): Check {
    const name = ref.replace('#/components/schemas/', '');
    const schema = components[name];
    if (!schema) throw new Error(`${ref} is nowhere`);
    return (value, path, faults) => {
      if (!known.has(name)) known.set(name, compile(schema));
      known.get(name)!(value, path, faults);
    };
  }

  return compile;
}

/** Formats that are looked at, as RFC 3339 writes them; of others the pattern says what they are. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (of: string | string[]) => {
    const types = [of].flat();
    return unless((value) => types.some((type) => isOf(value, type)), `is no ${types.join(' or ')}`);
  },
  enum: (of: unknown[]) => unless((value) => of.includes(value), 'is not listed'),
  const: (of: unknown) => unless((value) => value === of, `is not ${told(of)}`),
  format: (of: string) => {
    const form = FORMATS[of];
    return unless((value) => typeof value !== 'string' || !form || form.test(value), `is no ${of}`);
  },
  pattern: (of: string) => {
    const pattern = new RegExp(of, 'u');
    return unless((value) => typeof value !== 'string' || pattern.test(value), `does not fit ${of}`);
  },
  minLength: (of: number) =>
    unless((value) => typeof value !== 'string' || value.length >= of, 'is too short'),
  maxLength: (of: number) =>
    unless((value) => typeof value !== 'string' || value.length <= of, 'is too long'),
  minimum: (of: number) => unless((value) => typeof value !== 'number' || value >= of, 'is too small'),
  maximum: (of: number) => unless((value) => typeof value !== 'number' || value <= of, 'is too large'),
  exclusiveMinimum: (of: number) =>
    unless((value) => typeof value !== 'number' || value > of, 'is too small'),
  exclusiveMaximum: (of: number) =>
    unless((value) => typeof value !== 'number' || value < of, 'is too large'),
  multipleOf: (of: number) => unless((value) => typeof value !== 'number' || value % of === 0, 'is between'),
  minItems: (of: number) => unless((value) => !Array.isArray(value) || value.length >= of, 'has too few'),
  maxItems: (of: number) => unless((value) => !Array.isArray(value) || value.length <= of, 'has too many'),
  items: (of: SchemaOrBoolean, { prefixItems = [] }, compile) => {
    const check = compile(of);
    return (value, path, faults) => {
      if (!Array.isArray(value)) return;
      for (let at = prefixItems.length; at < value.length; at += 1) check(value[at], `${path}/${at}`, faults);
    };
  },
  prefixItems: (of: SchemaOrBoolean[], _schema, compile) => {
    const checks = of.map(compile);
    return (value, path, faults) => {
      if (!Array.isArray(value)) return;
      for (const [at, check] of checks.entries())
        if (at < value.length) check(value[at], `${path}/${at}`, faults);
    };
  },
  required:
    (of: string[]) =>
    (value, path, faults): void => {
      if (!isRecord(value)) return;
      for (const key of of) if (!(key in value)) faults.push(`${path}/${key} is missing`);
    },
  properties: (of: Record<string, SchemaOrBoolean>, _schema, compile) => {
    const checks = Object.entries(of).map(([key, part]) => [key, compile(part)] as const);
    return (value, path, faults) => {
      if (!isRecord(value)) return;
      for (const [key, check] of checks) if (key in value) check(value[key], `${path}/${key}`, faults);
    };
  },
  additionalProperties: (of: SchemaOrBoolean, { properties = {} }, compile) => {
    const check = compile(of);
    const named = new Set(Object.keys(properties));
    return (value, path, faults) => {
      if (!isRecord(value)) return;
      for (const [key, part] of Object.entries(value))
        if (!named.has(key)) check(part, `${path}/${key}`, faults);
    };
  },
  anyOf: (of: SchemaOrBoolean[], _schema, compile) => {
    const checks = of.map(compile);
    return (value, path, faults) => {
      const found = checks.map((check) => faultsOf(check, value, path));
      if (found.every((each) => each.length > 0))
        faults.push(`${path} fits none: ${found.flat().slice(0, 4).join('; ')}`);
    };
  },
  oneOf: (of: SchemaOrBoolean[], _schema, compile) => {
    const checks = of.map(compile);
    return (value, path, faults) => {
      const fitting = checks.filter((check) => faultsOf(check, value, path).length === 0);
      if (fitting.length !== 1) faults.push(`${path} fits ${fitting.length} instead of one: ${told(value)}`);
    };
  },
  allOf: (of: SchemaOrBoolean[], _schema, compile) => {
    const checks = of.map(compile);
    return (value, path, faults) => {
      for (const check of checks) check(value, path, faults);
    };
  },
};

export function faultsOf(check: Check, value: unknown, path = ''): string[] {
  const faults: string[] = [];
  check(value, path, faults);
  return faults;
}

function unless(isRight: (value: unknown) => boolean, words: string): Check {
  return (value, path, faults) => {
    if (!isRight(value)) faults.push(`${path || '/'} ${words}: ${told(value)}`);
  };
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 120);
}
