import type { z } from 'zod';
import type { Metadata } from '../directory/service.ts';
import type { Correction } from './correction.ts';

/** HSDS's names of the fields that say a text. How much may be known of a place is nobody's to read. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'name',
  alternateName: 'alternate_name',
  description: 'description',
  status: 'status',
  alert: 'alert',
  url: 'url',
  email: 'email',
  applicationProcess: 'application_process',
  feesDescription: 'fees_description',
  waitTime: 'wait_time',
  interpretationServices: 'interpretation_services',
  eligibilityText: 'eligibility_description',
  accreditations: 'accreditations',
  licenses: 'licenses',
};

/**
 * Corrections as HSDS tells recorded changes. Who made them stays here, and so does what the source said: it may be what
 * somebody took out of the directory.
 */
export function asMetadata(corrections: readonly Correction[]): z.infer<typeof Metadata>[] {
  return corrections.flatMap(({ field, value, at, ended }) => {
    const name = Object.hasOwn(NAMES, field) ? NAMES[field] : undefined;
    if (name === undefined || ended) return [];
    return [{ field: name, replacementValue: typeof value === 'string' ? value : '', date: at }];
  });
}
