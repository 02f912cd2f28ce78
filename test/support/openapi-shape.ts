import { z } from 'zod';

/*
 * What OpenAPI 3.1 asks of a description (spec.openapis.org/oas/v3.1.1), as far as ours uses it: what is not here is refused,
 * "x-…" fields apart. The schemas in it are looked at by json-schema.ts.
 */
const Schema = z.record(z.string(), z.unknown());
const Words = z.string().min(1);
const Media = z.strictObject({ schema: Schema.optional() });
const Content = z.record(z.string().regex(/^[a-z*]+\/[a-z*.+-]+$/), Media);
const Ref = z.strictObject({ $ref: z.string().regex(/^#\/components\/responses\/[A-Za-z0-9._-]+$/) });
const Reply = z.strictObject({ description: Words, content: Content.optional() });

const Parameter = z
  .strictObject({
    name: Words,
    in: z.enum(['path', 'query', 'header', 'cookie']),
    required: z.boolean(),
    schema: Schema,
  })
  .refine((given) => given.in !== 'path' || given.required, 'a part of the path is required');

const Operation = z.strictObject({
  operationId: z.string().regex(/^[A-Za-z0-9]+$/),
  summary: Words.max(120),
  tags: z.array(Words).length(1),
  'x-trellis-action': Words,
  'x-trellis-who': z.array(Words).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).min(1),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string().regex(/^([1-5](\d\d|XX)|default)$/), z.union([Reply, Ref])),
});

const PathItem = z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Operation);

const SecurityScheme = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('apiKey'),
    in: z.enum(['query', 'header', 'cookie']),
    name: Words,
    description: Words,
  }),
  z.strictObject({ type: z.literal('http'), scheme: Words, description: Words }),
]);

const Webhook = z.strictObject({
  operationId: Operation.shape.operationId,
  summary: Operation.shape.summary,
  parameters: z.array(
    z.strictObject({
      name: Words,
      in: z.literal('header'),
      required: z.boolean(),
      description: Words,
      schema: Schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }),
  responses: Operation.shape.responses,
});

export const OpenApiShape = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: Words,
    version: Words,
    description: Words,
    license: z.strictObject({ name: Words, identifier: Words }),
  }),
  externalDocs: z.strictObject({ description: Words, url: z.url() }),
  servers: z.array(z.strictObject({ url: Words })).min(1),
  tags: z.array(z.strictObject({ name: Words, description: Words })),
  paths: z.record(z.string().regex(/^\/[A-Za-z0-9{}./-]*$/), PathItem),
  webhooks: z.record(Words, z.strictObject({ post: Webhook })),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), Schema),
    responses: z.record(z.string(), Reply),
    securitySchemes: z.record(z.string(), SecurityScheme),
  }),
});
