import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Page } from '../../core/hsds/page.ts';
import { orFile } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { HsdsPage } from './hsds-answers.ts';
import { askedOf } from './hsds-query.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { NDJSON, type Paging } from './send-list.ts';

const Anything = z.record(z.string(), z.unknown()).default({});

type Asked = Paging & { full?: boolean; full_service?: boolean };

/** A list and its POST twin, which takes the same questions in its address, in a JSON body or in both. */
export function listRoutes<S extends z.ZodType<Asked>>(
  { largeAnswers }: Pick<HsdsWorld, 'largeAnswers'>,
  path: string,
  shape: S,
  tell: (asked: z.output<S>, res: Response) => Promise<Page | undefined>,
): Route[] {
  const declared = {
    path,
    action: 'directory.read',
    query: Anything,
    returns: orFile(HsdsPage, NDJSON),
  } as const;
  const answer = async (given: Record<string, string>, req: Request, res: Response) => {
    const asked = shape.parse(given);
    if (isLarge(asked)) await largeAnswers.count(req);
    return tell(asked, res);
  };
  return [
    route({
      ...declared,
      method: 'get',
      handle: ({ query, req, res }) => answer(askedOf(query), req, res),
    }),
    route({
      ...declared,
      method: 'post',
      body: Anything,
      handle: ({ query, body, req, res }) => answer(askedOf(query, body), req, res),
    }),
  ];
}

/** Whole lists, and pages of more whole records than people look through. */
function isLarge({ format, full, full_service, per_page = 0 }: Asked): boolean {
  return format === 'ndjson' || ((full === true || full_service === true) && per_page > 100);
}
