import type { z } from 'zod';
import { type Action, actionSpec } from '../../core/policy/actions.ts';
import type { Answer } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import { inputSchema, type JsonSchema, outputSchema } from './json-schema.ts';
import { partOf } from './parts-of-api.ts';
import { whoMay } from './who-may.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: JsonSchema;
}

interface Content {
  [mediaType: string]: { schema?: JsonSchema };
}

export interface Reply {
  description: string;
  content?: Content;
}

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-trellis-action': Action;
  'x-trellis-who': string[];
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, Reply | { $ref: string }>;
}

/** One route as OpenAPI tells it. Shapes that have a name are put among `components`. */
export function operationOf(route: Route, components: Record<string, JsonSchema>): Operation {
  const { action, summary = '' } = route;
  if (action === undefined) throw new Error(`${route.path} names no action`);
  const parameters = [...pathParameters(route), ...queryParameters(route)];
  const body = bodyOf(route);
  return {
    operationId: operationId(route),
    summary,
    tags: [partOf(action)],
    'x-trellis-action': action,
    'x-trellis-who': whoMay(action),
    security: securityOf(route, action),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: { ...replyOf(route, components), ...refusals(route, action) },
  };
}

/** "GET /offers/:id/calendar.ics" is `getOffersByIdCalendarIcs`. */
function operationId({ method, path }: Route): string {
  const words = path.replaceAll(/:(\w+)/g, 'by-$1').split(/[^A-Za-z0-9]+/);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function pathParameters({ path, params }: Route): Parameter[] {
  const shapes = params ? propertiesOf(params) : {};
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: shapes[name] ?? { type: 'string' },
  }));
}

function queryParameters({ query }: Route): Parameter[] {
  if (!query) return [];
  const required = partsOf(inputSchema(query)).flatMap((part) => part.required ?? []);
  return Object.entries(propertiesOf(query)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** What is asked by two shapes at once stands in both. */
function partsOf(schema: JsonSchema): JsonSchema[] {
  return schema.allOf?.flatMap((part) => (typeof part === 'object' ? partsOf(part) : [])) ?? [schema];
}

/** In an address everything is text, also what only code can read. */
function propertiesOf(shape: z.ZodType): Record<string, JsonSchema> {
  const properties: NonNullable<JsonSchema['properties']> = Object.assign(
    {},
    ...partsOf(inputSchema(shape)).map((part) => part.properties),
  );
  return Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [
      name,
      typeof part === 'object' && Object.keys(part).length > 0 ? part : { type: 'string' },
    ]),
  );
}

function bodyOf({ body, rawBody }: Route): Content | undefined {
  if (rawBody) return { '*/*': {} };
  return body && { 'application/json': { schema: inputSchema(body) } };
}

/** Who is not signed in may ask what is public; a change wants the session's token besides. */
function securityOf({ method }: Route, action: Action): Record<string, string[]>[] {
  const session = { session: [], ...(method !== 'get' && { csrfToken: [] }) };
  return actionSpec(action).public ? [{}, session] : [session];
}

function replyOf({ returns }: Route, components: Record<string, JsonSchema>): Record<string, Reply> {
  const { status, body, mediaTypes = body ? ['application/json'] : [] } = answerOf(returns);
  const reply = { description: WORDS[status] };
  if (mediaTypes.length === 0) return { [status]: reply };
  const schema = body && outputSchema(body, components);
  const content = mediaTypes.map((type) => [type, schema && HAS_SCHEMA.has(type) ? { schema } : {}]);
  return { [status]: { ...reply, content: Object.fromEntries(content) } };
}

/** Types of which a schema says what stands in them. */
const HAS_SCHEMA = new Set(['application/json', 'text/event-stream']);

const WORDS: Record<Answer['status'], string> = {
  200: 'Answered.',
  201: 'Made.',
  202: 'Begun; it goes on in the background.',
  204: 'Done; there is nothing to tell.',
  302: 'Leads to another address.',
};

export function answerOf(returns: Route['returns']): Answer {
  return 'status' in returns ? returns : { status: 200, body: returns };
}

function refusals({ method, path, params, query, body }: Route, action: Action) {
  const { public: isPublic } = actionSpec(action);
  const names = {
    ...((params || query || body) && { 400: 'InvalidInput' }),
    ...(!isPublic && { 401: 'SignInNeeded' }),
    ...((!isPublic || method !== 'get') && { 403: 'Forbidden' }),
    ...(path.includes(':') && { 404: 'NotFound' }),
    429: 'TooManyRequests',
    default: 'Refused',
  };
  return Object.fromEntries(
    Object.entries(names).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
