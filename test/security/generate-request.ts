import fc from 'fast-check';
import { z } from 'zod';
import type { Route } from '../../server/http/route.ts';
import type { AccessRow, Asker } from '../server/access/row.ts';
import { SCOPES, type World } from '../server/access/world.ts';
import { nastyJson, nastyText } from './nasty-values.ts';

/** A request as it goes over the wire. */
export interface WireRequest {
  asker: Asker;
  method: string;
  /** Path and query, not checked by any library. */
  target: string;
  headers: Record<string, string>;
  body?: Uint8Array;
}

/**
 * Requests for one route: the row's own for any scope, with parts of the address, the query and the body replaced by
 * what nobody expects, in every encoding.
 */
export function requestsFor(
  route: Route,
  row: AccessRow | undefined,
  world: World,
): fc.Arbitrary<Omit<WireRequest, 'asker'>> {
  const target = fc
    .tuple(fc.constantFrom(...SCOPES), fc.option(nastyText, { freq: 2 }), queryOf(route))
    .map(([scope, nasty, query]) => {
      const plain = row?.path?.(world, scope) ?? route.path;
      const [path = '', own = ''] = plain.split('?');
      const spoiled = nasty === null ? path : path.replace(/[^/]+(?=$|\/[a-z-]+$)/, () => nasty);
      return `/api/v1${spoiled.replaceAll(/\s/g, '')}?${[own, query].filter(Boolean).join('&')}`;
    });
  return fc.record({ target, sent: bodyOf(row, world) }).map(({ sent: { headers, body }, ...rest }) => ({
    ...rest,
    method: route.method.toUpperCase(),
    headers,
    ...(route.method !== 'get' && { body }),
  }));
}

/** Names that the route knows and names that it does not, each with a value that it does not expect. */
function queryOf({ query }: Route): fc.Arbitrary<string> {
  const names = [...namesOf(query), '$where', 'a[$ne]', '__proto__', 'page', 'q'];
  const part = fc.tuple(fc.constantFrom(...names), nastyText).map(([name, value]) => `${name}=${value}`);
  return fc.array(part, { maxLength: 3 }).map((parts) => parts.join('&'));
}

function namesOf(shape: z.ZodType | undefined): string[] {
  if (shape instanceof z.ZodObject) return Object.keys(shape.shape);
  if (shape instanceof z.ZodPipe) return namesOf(shape.out as z.ZodType);
  return [];
}

interface Sent {
  headers: Record<string, string>;
  body: Uint8Array;
}

function bodyOf(row: AccessRow | undefined, world: World): fc.Arbitrary<Sent> {
  const base = fc.constantFrom(...SCOPES).map((scope) => row?.body?.(world, scope) ?? {});
  const json = fc.tuple(base, fc.nat(), fc.nat(), nastyJson).map(([value, at, how, nasty]) => {
    return asJson(spoil(value, at, how, nasty));
  });
  const broken = json.map(({ body }) => asJson(undefined, body.subarray(0, Math.floor(body.length / 2))));
  const types = [
    'text/plain',
    'application/xml',
    'application/json; charset=utf-7',
    'multipart/form-data',
    '',
  ];
  const otherType = fc
    .tuple(json, fc.constantFrom(...types))
    .map(([{ body }, type]) => ({ body, headers: { 'content-type': type } }));
  const encoded = json.map(({ body, headers }) => ({
    body,
    headers: { ...headers, 'content-encoding': 'gzip' },
  }));
  const bytes = fc.uint8Array({ maxLength: 200 }).map((raw) => asJson(undefined, Buffer.from(raw)));
  const pollution = fc.constant(
    asJson(undefined, Buffer.from('{"__proto__":{"active":true,"role":"administrator"}}')),
  );
  const veryDeep = fc
    .constantFrom('[', '{"a":')
    .map((opening) => asJson(undefined, Buffer.from(opening.repeat(100_000))));
  return fc.oneof(
    { weight: 12, arbitrary: json },
    { weight: 2, arbitrary: broken },
    { weight: 2, arbitrary: otherType },
    { weight: 2, arbitrary: encoded },
    { weight: 2, arbitrary: bytes },
    { weight: 2, arbitrary: pollution },
    { weight: 1, arbitrary: veryDeep },
  );
}

function asJson(value: unknown, body: Uint8Array = Buffer.from(JSON.stringify(value) ?? '')): Sent {
  return { headers: { 'content-type': 'application/json' }, body };
}

/** Replaces, adds or repeats one part of a body; now and then the whole of it, or nothing. */
function spoil(value: object, at: number, how: number, nasty: unknown): unknown {
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)] ?? 'id';
  const kind = how % 6;
  if (kind === 0) return nasty;
  if (kind === 1) return value;
  if (kind === 2) return { ...value, [`$${name}`]: nasty };
  if (kind === 3) return { ...value, [name]: [(value as Record<string, unknown>)[name], nasty] };
  return { ...value, [name]: nasty };
}
