import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Role } from '../../core/accounts/role.ts';
import type { Account } from '../accounts/account.ts';

/** Who may use a route: everyone, anyone who is signed in, or the holders of one of some roles. */
export type Access = 'everyone' | 'signed-in' | readonly Role[];

type Shape = z.ZodType | undefined;
type Parsed<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets: input that was parsed once, and the account that asks. */
export interface Asked<P = unknown, Q = unknown, B = unknown> {
  params: P;
  query: Q;
  body: B;
  account: Account | null;
  req: Request;
  res: Response;
}

/**
 * One route. What `handle` returns is sent as JSON; `undefined` is 204, unless the handler has answered itself.
 * A route without `who` answers 403 to everybody.
 */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  who?: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The handler reads the request's stream itself (uploads). */
  rawBody?: boolean;
  handle(asked: Asked<never, never, never>): unknown;
}

interface RouteSpec<P extends Shape, Q extends Shape, B extends Shape> {
  method: Route['method'];
  path: string;
  who?: Access;
  params?: P;
  query?: Q;
  body?: B;
  rawBody?: boolean;
  handle(asked: Asked<Parsed<P>, Parsed<Q>, Parsed<B>>): unknown;
}

/** Declares a route; the handler's input has the types of the shapes. */
export function route<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  spec: RouteSpec<P, Q, B>,
): Route {
  return spec as unknown as Route;
}
