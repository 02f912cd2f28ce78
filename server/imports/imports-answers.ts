import { z } from 'zod';
import { Finding } from '../../core/imports/finding.ts';
import { ImportMapping } from '../../core/imports/import-mapping.ts';
import { pagedListOf } from '../http/list-of.ts';

export const FindingPage = pagedListOf(Finding);

/** How the columns of a source were read last; null where they never were. */
export const SavedMapping = z.union([
  z.object({ mapping: z.null() }),
  z.object({ mapping: ImportMapping, savedAt: z.iso.datetime() }),
]);
