import { z } from 'zod';
import { DIRECTORY_KINDS } from '../../core/imports/directory-kinds.ts';
import { MAPPED_KINDS } from '../../core/imports/import-mapping.ts';

/** Words and what each stands for, written "name=School Name;latitude=Y" in an address or on the command line. */
const PairsInWords = z
  .string()
  .max(5_000)
  .transform((text, context) => {
    const pairs = text.split(';').map((pair) => pair.split('=').map((part) => part.trim()));
    if (pairs.every(([field, column]) => field && column))
      return Object.fromEntries(pairs) as Record<string, string>;
    context.addIssue({ code: 'custom', message: 'written as in "name=School Name;latitude=Y"' });
    return z.NEVER;
  });

const REGIONS: ReadonlySet<string> = new Set(['state', 'county', 'district']);

/** `district` is a name or NCES's number. */
const WantedSchools = z
  .union([PairsInWords, z.record(z.string(), z.string().max(200))])
  .refine((wanted) => Object.keys(wanted).every((field) => REGIONS.has(field)), 'state, county or district');

/** As it is in an address, on the command line, and in a job. */
const Switch = z.union([z.boolean(), z.enum(['0', '1']).transform((value) => value === '1')]);

/** Kinds of imports of which a dry run can be asked. */
const TRIED: ReadonlySet<string> = new Set([...DIRECTORY_KINDS, 'schools', 'oneroster']);

/** The name of a source, as people give it. */
export const ImportSource = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'letters, digits, spaces, dots, hyphens');

/** What is imported, under which source's name, from which file. */
export const ImportParams = z
  .object({
    kind: z.enum(['hsds', 'oneroster', 'osm', ...MAPPED_KINDS]),
    /** Ids are unique within a source: the same source again means the same records again. */
    source: ImportSource,
    filename: z.string().trim().min(1).max(200),
    /** Of a directory from `/hsds` of another installation: its records keep their ids and the times of their changes. */
    keepIds: Switch.optional(),
    /** Reads and compares as always, and writes nothing but what it would have done. */
    dryRun: Switch.optional(),
    /** What becomes of records that the source gave before and that the file no longer has. */
    missing: z.enum(['keep', 'mark']).optional(),
    /** Of a roster: schools that are not known are added, without a place on the map. */
    addSchools: Switch.optional(),
    /** Of a roster: more than half of the students may leave at once. */
    letLeave: Switch.optional(),
    /** Of a file of a whole state or country the schools of one state, county or district. */
    only: WantedSchools.optional(),
    /** For tables whose column names are not known; without it what is remembered of the source holds. */
    columns: z.union([PairsInWords, z.record(z.string(), z.string())]).optional(),
    /** Of a table of services: what every row says where it says nothing itself. */
    everyRow: z.union([PairsInWords, z.record(z.string(), z.string())]).optional(),
  })
  .refine(({ kind, only }) => !only || kind === 'schools', {
    path: ['only'],
    error: 'of schools alone',
  })
  .refine(({ kind, dryRun }) => !dryRun || TRIED.has(kind), {
    path: ['dryRun'],
    error: 'only a directory, schools and a roster can be tried without storing them',
  });
export type ImportParams = z.infer<typeof ImportParams>;
