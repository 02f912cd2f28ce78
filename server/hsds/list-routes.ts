import type { Response } from 'express';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { askedOf } from './hsds-query.ts';

const Anything = z.record(z.string(), z.unknown()).default({});

/** A list and its POST twin, which takes the same questions in its address, in a JSON body or in both. */
export function listRoutes<S extends z.ZodType>(
  path: string,
  shape: S,
  answer: (asked: z.output<S>, res: Response) => unknown,
): Route[] {
  const declared = { path, action: 'directory.read', query: Anything } as const;
  return [
    route({
      ...declared,
      method: 'get',
      handle: ({ query, res }) => answer(shape.parse(askedOf(query)), res),
    }),
    route({
      ...declared,
      method: 'post',
      body: Anything,
      handle: ({ query, body, res }) => answer(shape.parse(askedOf(query, body)), res),
    }),
  ];
}
