import { z } from 'zod';

/** The most records on one page; more come as ndjson. */
export const MOST_PER_PAGE = 500;

const id = z.string().max(500, 'is too long to be an id');
const flag = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((value) => value === 'true' || value === '1');

function whole(lowest: number, highest: number) {
  const message = `must be a whole number from ${lowest} to ${highest}`;
  return z.coerce.number(message).int(message).min(lowest, message).max(highest, message);
}

const Instant = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
    'must be a date or a time such as 2026-03-01T12:00:00Z',
  )
  .transform((text) => new Date(text).toISOString());

const paging = {
  search: z.string().trim().max(200, 'at most 200 characters').optional(),
  page: whole(1, 1_000_000).default(1),
  per_page: whole(1, MOST_PER_PAGE).optional(),
  format: z.enum(['json', 'ndjson'], 'must be json or ndjson').default('json'),
};
const terms = { taxonomy_term_id: id.optional(), taxonomy_id: id.optional() };
const full = flag.default(false);

export const ServicesQuery = z.object({
  ...paging,
  ...terms,
  organization_id: id.optional(),
  modified_after: Instant.optional(),
  minimal: flag.default(false),
  full,
});
export type ServicesQuery = z.infer<typeof ServicesQuery>;

export const OrganizationQuery = z.object({ full_service: full });
export const OrganizationsQuery = z.object({ ...paging, ...terms, full, full_service: full });
export type OrganizationsQuery = z.infer<typeof OrganizationsQuery>;

export const PlacesQuery = z
  .object({
    ...paging,
    ...terms,
    organization_id: id.optional(),
    modified_after: Instant.optional(),
    full,
    postcode: z
      .string()
      .max(20)
      .regex(/[\p{L}\p{N}]/u, 'must be a postcode')
      .optional(),
    proximity: z.coerce.number('must be a number of metres').min(1).max(500_000).optional(),
  })
  .refine(({ postcode, proximity }) => proximity === undefined || postcode !== undefined, {
    message: 'says how far from a postcode: give the postcode too',
    path: ['proximity'],
  });
export type PlacesQuery = z.infer<typeof PlacesQuery>;

export const TaxonomiesQuery = z.object(paging);
export const TermsQuery = z.object({
  ...paging,
  taxonomy_id: id.optional(),
  top_only: flag.default(false),
  parent_id: id.optional(),
});

/** What is asked, whether in the address or in the body of a POST; an empty value counts as not given. */
export function askedOf(query: object, body: object = {}): Record<string, string> {
  const given = Object.entries({ ...query, ...body }).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined,
  );
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
