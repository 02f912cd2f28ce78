import { z } from 'zod';
import { namedShapes } from './named-shapes.ts';

/** JSON Schema 2020-12, which is what OpenAPI 3.1 goes by. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a shape takes. What only code can check is left open. */
export function inputSchema(shape: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', override });
  return schema;
}

/** What a shape gives. Keys that it does not name are not given; shapes with a name are put among `components`. */
export function outputSchema(shape: z.ZodType, components: Record<string, JsonSchema>): JsonSchema {
  const whole = z.toJSONSchema(z.object({ answer: shape }), {
    io: 'output',
    unrepresentable: 'any',
    metadata: namedShapes,
    override,
  });
  for (const [name, schema] of Object.entries(whole.$defs ?? {}))
    components[name] = toComponents(schema) as JsonSchema;
  return toComponents(whole.properties?.answer ?? {}) as JsonSchema;
}

/** A format says all that zod's long patterns for days and times do; and every number of JSON is a safe one. */
function override({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}

const WITHIN = '#/$defs/';

function toComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComponents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // The name of a shape is given as `id`; among properties an id is a property.
      .filter(([key, part]) => key !== 'id' || typeof part === 'object')
      .map(([key, part]) => [key, key === '$ref' ? refToComponent(String(part)) : toComponents(part)]),
  );
}

function refToComponent(ref: string): string {
  return ref.startsWith(WITHIN) ? `#/components/schemas/${ref.slice(WITHIN.length)}` : ref;
}
