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
  return routes.map((route) => (route.returns ? checked(route, route.returns) : route));
}

function checked(route: Route, returns: NonNullable<Route['returns']>): Route {
  const { status, body, mediaType } = answerOf(returns);
  const check = body && lazily(() => checkOf(body));
  return {
    ...route,
    handle(asked: Asked<never, never, never>) {
      watch(asked.res, (sent) => {
        const faults =
          asked.res.statusCode === status
            ? contentFaults(sent, asked.res, { mediaType, check: check?.() })
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
  mediaType: string | undefined;
  check: Check | undefined;
}

function contentFaults(sent: unknown, res: Response, { mediaType, check }: Described): string[] {
  if (mediaType !== undefined) {
    const type = String(res.getHeader('Content-Type'));
    return type.startsWith(mediaType) ? [] : [`is ${type} instead of ${mediaType}`];
  }
  return check ? faultsOf(check, JSON.parse(String(sent))) : [];
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
