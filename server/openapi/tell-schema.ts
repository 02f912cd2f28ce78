import type { JsonSchema } from './json-schema.ts';

type Part = JsonSchema | boolean | undefined;

/** A schema in short, as TypeScript writes types: `{items: Offer[], total: integer, next?: string | null}`. */
export function tellSchema(schema: Part, indent = ''): string {
  if (schema === undefined || typeof schema === 'boolean') return schema === false ? 'nothing' : 'anything';
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => tellSchema(choice, indent)).join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => tellSchema(part, indent)).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array') return tellList(schema, indent);
  if (schema.type === 'object') return tellObject(schema, indent);
  if (schema.type === undefined) return 'anything';
  return schema.format === undefined ? schema.type : `${schema.type} (${schema.format})`;
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function tellList({ items, prefixItems }: JsonSchema, indent: string): string {
  if (prefixItems) return `[${prefixItems.map((part) => tellSchema(part, indent)).join(', ')}]`;
  const item = tellSchema(Array.isArray(items) ? items[0] : items, indent);
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
}

/** A key a line, so that long ones can be read. */
function tellObject({ properties, required = [], additionalProperties }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const keys = Object.entries(properties ?? {}).map(
    ([key, part]) => `${inner}${key}${required.includes(key) ? '' : '?'}: ${tellSchema(part, inner)}`,
  );
  if (typeof additionalProperties === 'object')
    keys.push(`${inner}[key]: ${tellSchema(additionalProperties, inner)}`);
  return keys.length === 0 ? '{}' : `{\n${keys.join(',\n')}\n${indent}}`;
}
