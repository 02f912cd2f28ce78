import { z } from 'zod';
import { cellsIn, type MapWindow } from '../../core/directory/cluster-places.ts';
import { ContributionKind } from '../../core/directory/service.ts';
import {
  type BoundingBox,
  BoundingBox as BoundingBoxShape,
  type Position,
  Position as PositionShape,
} from '../../core/geo/point.ts';
import { ClockTime, Weekday } from '../../core/schedule/schedule.ts';
import { TravelMode } from '../../core/travel/travel.ts';

const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');
const id = z.string().max(100, 'is too long to be an id');

const Near = z.string().transform((text, context): Position => {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const parsed = PositionShape.safeParse(parts);
  if (parsed.success) return parsed.data;
  context.addIssue({
    code: 'custom',
    message: 'must be longitude,latitude in degrees, such as -92.33,38.95',
  });
  return z.NEVER;
});

const Terms = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((term) => term.trim()))].filter(Boolean))
  .pipe(z.array(z.string().max(100)).max(50, 'at most 50 terms at once'));

function whole(lowest: number, highest: number) {
  const message = `must be a whole number from ${lowest} to ${highest}`;
  return z.coerce.number(message).int(message).min(lowest, message).max(highest, message);
}

const Parts = z.object({
  q: z.string().trim().max(200, 'at most 200 characters').optional(),
  terms: Terms.optional(),
  school: id.optional(),
  near: Near.optional(),
  mode: TravelMode.default('car'),
  minutes: z.coerce.number('must be a number').min(1).max(240, 'at most 240 minutes').optional(),
  day: Weekday.optional(),
  from: ClockTime.optional(),
  to: ClockTime.optional(),
  openNow: flag.optional(),
  language: z
    .string()
    .toLowerCase()
    .regex(/^[a-z]{2,3}$/, 'must be a language code such as es')
    .optional(),
  free: flag.optional(),
  age: whole(0, 130).optional(),
  grade: whole(-1, 12).optional(),
  kind: ContributionKind.optional(),
  places: flag.optional(),
  /** Only partners that are approved for the school; only for who works with its students. */
  approved: flag.optional(),
  location: id.optional(),
  page: whole(1, 10_000).default(1),
  perPage: whole(1, 100).default(20),
  sort: z.enum(['time', 'name']).optional(),
});

/** What Find can be asked; an empty value counts as not given, as forms send it. */
export const FindQuery = z
  .preprocess(withoutEmpty, Parts)
  .refine((query) => query.school === undefined || query.near === undefined, {
    message: 'give a school or a point, not both',
    path: ['near'],
  })
  .refine((query) => !query.approved || query.school !== undefined, {
    message: 'says for which school',
    path: ['school'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    message: 'ends before it begins',
    path: ['to'],
  });
export type FindQuery = z.infer<typeof FindQuery>;

const within = z.string().transform((text, context): BoundingBox => {
  const parsed = BoundingBoxShape.safeParse(text.split(',').map(Number));
  const [west = 0, south = 0, east = 0, north = 0] = parsed.data ?? [];
  if (parsed.data && west < east && south < north) return parsed.data;
  context.addIssue({ code: 'custom', message: 'must be west,south,east,north in degrees' });
  return z.NEVER;
});

/** What of the map somebody looks at. No screen shows more cells than are allowed here. */
export const WindowQuery = z
  .object({ within, zoom: z.coerce.number('must be a number').min(0).max(22) })
  .transform(({ within: box, zoom }): MapWindow => ({ box, zoom }))
  .refine((window) => cellsIn(window) <= MOST_CELLS, {
    message: 'is more of the map than a screen shows at this zoom',
    path: ['within'],
  });

/** Twice as much as a screen of 3840 × 2160 pixels with a margin shows. */
const MOST_CELLS = 10_000;

function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ''));
}
