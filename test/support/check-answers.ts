import type { Response } from 'express';
import type { Asked, Route } from '../../server/http/route.ts';
import { type JsonSchema, outputSchema } from '../../server/openapi/json-schema.ts';
import { answerOf } from '../../server/openapi/operation-of.ts';
import { type Check, faultsOf, schemaCompiler } from './json-schema.ts';

/**
 * The same routes, each of whose answers is held against what the API's description says of it: status, type and JSON, with
 * no key that is not described. What is wrong is told on the console, and the answer becomes an error.
 */
export function checkAnswers(routes: readonly Route[]): Route[] {
  return routes.map(checked);
}

function checked(route: Route): Route {
  const { status, body, mediaTypes } = answerOf(route.returns);
  const check = body && lazily(() => checkOf(body));
  return {
    ...route,
    handle(asked: Asked<never, never, never>) {
      watch(asked.res, (sent) => {
        const faults =
          asked.res.statusCode === status
            ? contentFaults(sent, asked.res, { mediaTypes, check: check?.() })
            : [`answers ${asked.res.statusCode} instead of ${status}`];
        if (faults.length > 0) refuse(route, faults);
      });
      return route.handle(asked);
    },
  };
}

/** Looks at what is sent. A problem, or "not changed", is described elsewhere. */
function watch(res: Response, look: (sent: unknown) => void): void {
  const send = res.send.bind(res);
  res.send = (sent?: unknown) => {
    const isOwn = res.statusCode < 304;
    // `json` sends an object through `send` once more, as text.
    if (isOwn && (typeof sent !== 'object' || Buffer.isBuffer(sent))) look(sent);
    return send(sent);
  };
}

interface Described {
  mediaTypes: readonly string[] | undefined;
  check: Check | undefined;
}

function contentFaults(sent: unknown, res: Response, { mediaTypes, check }: Described): string[] {
  const type = String(res.getHeader('Content-Type'));
  if (mediaTypes && !mediaTypes.some((each) => type.startsWith(each)))
    return [`is ${type} instead of ${mediaTypes.join(' or ')}`];
  return check && type.startsWith('application/json') ? faultsOf(check, JSON.parse(String(sent))) : [];
}

function checkOf(body: NonNullable<ReturnType<typeof answerOf>['body']>): Check {
  const components: Record<string, JsonSchema> = {};
  const schema = outputSchema(body, components);
  return schemaCompiler(components)(schema);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function refuse({ method, path }: Route, faults: string[]): never {
  const words = `${method.toUpperCase()} ${path} answers other than described: ${faults.slice(0, 8).join('\n  ')}`;
  process.stderr.write(`${words}\n`);
  throw new Error(words);
}
