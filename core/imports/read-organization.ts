import { compact } from './compact.ts';
import type { FieldReader } from './read-fields.ts';
import { type ProfileFields, readProfile } from './read-profile.ts';

export interface StagedOrganization extends Pick<ProfileFields, 'demo'> {
  name: string;
  alternateName?: string;
  description?: string;
  email?: string;
  website?: string;
  legalStatus?: string;
  yearIncorporated?: string;
}

/** Fields of HSDS that the shape has no place for: kept with the record as attributes, under their own names. */
export const ORGANIZATION_ATTRIBUTES = ['tax_status', 'tax_id', 'logo', 'uri', 'parent_organization_id'];

export function readOrganization(row: FieldReader): StagedOrganization | undefined {
  const name = row.line('name');
  if (!name) {
    row.note({ code: 'missing-name', field: 'name', action: 'refused' });
    return undefined;
  }
  return compact({
    name,
    alternateName: row.line('alternate_name'),
    description: row.text('description'),
    email: row.email('email'),
    website: row.url('website'),
    legalStatus: row.line('legal_status'),
    yearIncorporated: row.line('year_incorporated'),
    ...readProfile(row),
  });
}

/** Longer than any name: a description in the wrong field. */
const MAXIMUM_NAME = 200;

export interface StagedProgram {
  name: string;
  alternateName?: string;
  description?: string;
}

export function readProgram(row: FieldReader): StagedProgram | undefined {
  const name = row.line('name');
  if (!name) {
    row.note({ code: 'missing-name', field: 'name', action: 'refused' });
    return undefined;
  }
  const description = row.text('description');
  const other = row.text('alternate_name');
  if (description !== undefined || other === undefined || other.length <= MAXIMUM_NAME) {
    return compact({ name, alternateName: row.line('alternate_name'), description });
  }
  row.note({ code: 'misplaced-text', field: 'alternate_name', value: other, action: 'repaired' });
  return { name, description: other };
}
