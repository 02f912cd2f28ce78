import { z } from 'zod';

/** What of it there is HSDS says itself (its OpenAPI description), and tests hold to its schemas. */
export const HsdsRecord = z.record(z.string(), z.unknown());

export const HsdsPage = z.object({
  total_items: z.int(),
  total_pages: z.int(),
  page_number: z.int(),
  size: z.int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(HsdsRecord),
});

/** A field that we have besides those of HSDS 3.1. */
export const ProfileField = z.object({
  /** The objects that can have it. */
  of: z.array(z.string()),
  field: z.string(),
  type: z.enum(['string', 'boolean', 'object', 'array', 'integer']),
  description: z.string(),
});

export const HsdsAbout = z.object({
  version: z.string(),
  profile: z.string(),
  openapi_url: z.string(),
});

export const HsdsProfile = z.object({
  name: z.string(),
  base: z.string(),
  fields: z.array(ProfileField),
});
