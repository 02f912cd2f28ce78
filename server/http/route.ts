import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Action, Redaction } from '../../core/policy/actions.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';
import type { AuditRecord } from '../audit/audit-trail.ts';
import type { Answer, JsonAnswer, JsonOrSent } from './answer.ts';

type Shape = z.ZodType | undefined;
type Parsed<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** What else is written down of an access, besides who, what, when and which students. */
export type AccessDetails = Pick<AuditRecord, 'on' | 'why' | 'note' | 'disclosure' | 'changes'>;

/** The policy, asked for the route's action and the account that asks. */
export interface Access {
  /**
   * What is to be taken out of the answer. Where the action is about students, the access is in the log when this
   * resolves; a change gives what it is about to change.
   * @throws AppError `not-found`, as if there were no such record; 503 when the log cannot be written
   */
  must(resource: Resource, details?: AccessDetails): Promise<ReadonlySet<Redaction>>;
  /** For an answer that tells of many students, before it leaves: writes down which. */
  saw(studentIds: readonly string[], details?: AccessDetails): Promise<void>;
  /** Whether the record is open. For an answer that is a choice of many, `opens`. */
  may(resource: Resource): boolean;
  /** Chooses the open ones: `records.filter(access.opens(resourceOf))`. */
  opens<T>(resourceOf: (record: T) => Resource): (record: T) => boolean;
}

/** What a handler gets: input that was parsed once, the account that asks, and the policy. */
export interface Asked<P = unknown, Q = unknown, B = unknown> {
  params: P;
  query: Q;
  body: B;
  account: Account | null;
  access: Access;
  req: Request;
  res: Response;
}

/**
 * One route. What `handle` returns is sent as JSON; `undefined` is 204, unless the handler has answered itself.
 * A route without `action` answers 403 to everybody. Where the action depends on the record, a handler that answers
 * without having asked the policy (`access`) fails; so does one that tells of students without having said of which
 * (`must`, `saw`).
 */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  /** What it does, in one line for whoever reads the API's description (server/openapi). */
  summary?: string;
  action?: Action;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** What it answers when all goes well: the shape of its JSON, or one of http/answer.ts. */
  returns: z.ZodType | Answer;
  /** The handler reads the request's stream itself (uploads). */
  rawBody?: boolean;
  /** It starts long work: how much of that one account may start in a minute is limited. */
  startsWork?: boolean;
  handle(asked: Asked<never, never, never>): unknown;
}

/** What a handler returns, by what its route says that it answers: a file, or events, it sends itself. */
export type Told<R> = R extends z.ZodType
  ? Unchanging<z.output<R>>
  : R extends JsonOrSent<infer B>
    ? Unchanging<z.output<B>> | undefined
    : R extends JsonAnswer<infer B>
      ? Unchanging<z.output<B>>
      : R extends Answer
        ? // biome-ignore lint/suspicious/noConfusingVoidType: what a function returns that returns nothing.
          void
        : unknown;

/** Answers may be made of what nobody may change. */
type Unchanging<T> = T extends readonly unknown[] | object
  ? { readonly [K in keyof T]: Unchanging<T[K]> }
  : T;

interface RouteSpec<P extends Shape, Q extends Shape, B extends Shape, R extends Route['returns']> {
  method: Route['method'];
  path: string;
  summary?: string;
  action?: Action;
  params?: P;
  query?: Q;
  body?: B;
  returns: R;
  rawBody?: boolean;
  startsWork?: boolean;
  handle(asked: Asked<Parsed<P>, Parsed<Q>, Parsed<B>>): Told<R> | Promise<Told<R>>;
}

/** Declares a route; the handler's input and what it returns have the types of the shapes. */
export function route<
  R extends Route['returns'],
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(spec: RouteSpec<P, Q, B, R>): Route {
  return spec as unknown as Route;
}
