import type { ColumnNames } from '../../../core/imports/columns.ts';
import type { MappedKind } from '../../../core/imports/import-mapping.ts';

export type FieldGroup = 'what' | 'who' | 'where' | 'reach' | 'when' | 'whom' | 'more';

/** The fields of a table of services, in the order in which people think of a service; what begins so, belongs there. */
const GROUPS: Readonly<Record<Exclude<FieldGroup, 'more'>, RegExp>> = {
  what: /^(?:service_name|alternate_name|description|terms|term_codes|keywords|id)$/,
  who: /^(?:organization_|tax_id|legal_|year_|licenses|funding)/,
  where:
    /^(?:location_|address_|mailing_|city|county|state|postal_code|country|latitude|longitude|transportation|accessibility|service_area)/,
  reach: /^(?:phone|email|url)/,
  when: /^hours/,
  whom: /^(?:eligibility|minimum_age|maximum_age|languages|fees|accepted_|application_|required_|wait_)/,
};

/** The fields of a kind, in groups where they are many; the lines of the census' tables are known by their names alone. */
export function fieldGroups(
  kind: MappedKind,
  known: ColumnNames,
): { group: FieldGroup | undefined; fields: string[] }[] {
  const fields = Object.keys(known);
  if (kind !== 'directory-table')
    return [{ group: undefined, fields: fields.filter((field) => !/^B\d/.test(field)) }];
  const grouped = Object.entries(GROUPS).map(([group, pattern]) => ({
    group: group as FieldGroup,
    fields: fields.filter((field) => pattern.test(field)),
  }));
  const taken = new Set(grouped.flatMap((group) => group.fields));
  return [...grouped, { group: 'more', fields: fields.filter((field) => !taken.has(field)) }];
}
