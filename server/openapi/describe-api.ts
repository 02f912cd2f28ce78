import { HSDS_OPENAPI } from '../hsds/hsds-routes.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import { type JsonSchema, outputSchema } from './json-schema.ts';
import { type Operation, openApiPath, operationOf, type Reply } from './operation-of.ts';
import { PARTS_OF_API, type PartOfApi } from './parts-of-api.ts';
import { type WebhooksOfApi, webhooksOfApi } from './webhooks-of-api.ts';

export interface ApiDescription {
  openapi: '3.1.1';
  info: {
    title: string;
    version: string;
    description: string;
    license: { name: string; identifier: string };
  };
  externalDocs: { description: string; url: string };
  servers: { url: string }[];
  tags: readonly PartOfApi[];
  paths: Record<string, Partial<Record<Route['method'], Operation>>>;
  webhooks: WebhooksOfApi;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Reply>;
    securitySchemes: Record<string, object>;
  };
}

/** The whole API as OpenAPI 3.1, made of the shapes that validate it. `cookie`: the name of the session's. */
export function describeApi(routes: readonly Route[], { cookie }: { cookie: string }): ApiDescription {
  const schemas: Record<string, JsonSchema> = {};
  const problem = outputSchema(Problem, schemas);
  const paths: ApiDescription['paths'] = {};
  for (const route of routes) {
    const path = openApiPath(route.path);
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  const webhooks = webhooksOfApi(schemas);
  const used = new Set(Object.values(paths).flatMap((of) => Object.values(of).flatMap(({ tags }) => tags)));
  return {
    openapi: '3.1.1',
    info: { title: 'Trellis', version: '1', description: ABOUT, license: LICENSE },
    externalDocs: {
      description:
        'The directory as open data, at /hsds: the OpenAPI description of HSDS. Our profile is at /hsds/profile.',
      url: HSDS_OPENAPI,
    },
    servers: [{ url: '/api/v1' }],
    tags: PARTS_OF_API.filter(({ name }) => used.has(name)),
    paths,
    webhooks,
    components: { schemas: sorted(schemas), responses: refusalsOf(problem), securitySchemes: ways(cookie) },
  };
}

const LICENSE = { name: 'Apache License 2.0', identifier: 'Apache-2.0' };

const ABOUT = [
  'JSON in camelCase. Ids are ours (UUID); a source’s ids stand beside them in `source`.',
  'A record that one may not see answers 404, like one that does not exist.',
  'Errors are problems (RFC 9457) with a `code` for programs, and `errors` for fields.',
  'The directory is also open data as HSDS 3.1, at `/hsds`.',
].join('\n\n');

function refusalsOf(problem: JsonSchema): Record<string, Reply> {
  const content = { 'application/problem+json': { schema: problem } };
  return {
    InvalidInput: { description: 'The input has not its shape; `errors` says where.', content },
    SignInNeeded: { description: 'For people who are signed in.', content },
    Forbidden: {
      description: 'No role of the account may do this, or the token for changes is missing.',
      content,
    },
    NotFound: { description: 'There is nothing, or nothing that this account may see.', content },
    TooManyRequests: { description: 'Too many requests; `Retry-After` says how long to wait.', content },
    Refused: { description: 'Refused for another reason, which `code` names.', content },
  };
}

function ways(cookie: string): Record<string, object> {
  return {
    session: { type: 'apiKey', in: 'cookie', name: cookie, description: 'The session of `POST /session`.' },
    csrfToken: {
      type: 'apiKey',
      in: 'header',
      name: 'x-csrf-token',
      description: 'The token of `GET /session`, with every change of a session.',
    },
  };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
