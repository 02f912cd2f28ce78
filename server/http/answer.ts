import type { z } from 'zod';

/** What a route answers when all goes well, where that is not JSON with the status 200. */
export interface Answer {
  status: 200 | 201 | 202 | 204 | 302;
  /** The shape of its JSON, or of each event. */
  body?: z.ZodType;
  /** Of an answer that is no JSON: the types that it may have. */
  mediaTypes?: readonly string[];
}

/** JSON with another status: the handler returns what has the shape. */
export interface JsonAnswer<B extends z.ZodType> extends Answer {
  body: B;
}

/** JSON, unless the handler has sent something else by itself. */
export interface JsonOrSent<B extends z.ZodType> extends JsonAnswer<B> {
  otherwise: 'file' | 'elsewhere';
}

export const nothing: Answer = { status: 204 };
/** Leads to another address. */
export const redirect: Answer = { status: 302 };

export function created<B extends z.ZodType>(body: B): JsonAnswer<B> {
  return { status: 201, body };
}

/** Long work has begun. */
export function accepted<B extends z.ZodType>(body: B): JsonAnswer<B> {
  return { status: 202, body };
}

export function file(mediaType: string): Answer {
  return files([mediaType]);
}

/** A file of one of these types. */
export function files(mediaTypes: readonly string[]): Answer {
  return { status: 200, mediaTypes };
}

/** JSON that the handler sends by itself, as text. */
export function sentJson(body: z.ZodType): Answer {
  return { status: 200, body };
}

/** JSON, or a file of this type for who asks for one. */
export function orFile<B extends z.ZodType>(body: B, otherType: string): JsonOrSent<B> {
  return { status: 200, body, otherwise: 'file', mediaTypes: ['application/json', otherType] };
}

/** JSON, or the address at which it is now. */
export function orElsewhere<B extends z.ZodType>(body: B): JsonOrSent<B> {
  return { status: 200, body, otherwise: 'elsewhere' };
}

/** Live events (server-sent), each with JSON of this shape. */
export function events(body: z.ZodType): Answer {
  return { status: 200, body, mediaTypes: ['text/event-stream'] };
}
