import type { z } from 'zod';

/** What a route answers when all goes well, where that is not JSON with the status 200. */
export interface Answer {
  status: 200 | 201 | 202 | 204 | 302;
  /** The shape of its JSON, or of each event. */
  body?: z.ZodType;
  /** Of an answer that is no JSON. */
  mediaType?: string;
}

/** JSON with another status: the handler returns what has the shape. */
export interface JsonAnswer<B extends z.ZodType> extends Answer {
  body: B;
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
  return { status: 200, mediaType };
}

/** Live events (server-sent), each with JSON of this shape. */
export function events(body: z.ZodType): Answer {
  return { status: 200, body, mediaType: 'text/event-stream' };
}
