import {
  CONTRIBUTION_KINDS,
  Confidentiality,
  type ContributionKind,
  Eligibility,
} from '../directory/service.ts';
import { compact } from './compact.ts';
import { readFlag } from './read-contacts.ts';
import type { FieldReader } from './read-fields.ts';

/** What our own HSDS profile says of a record (docs/hsds-profile.md). */
export interface ProfileFields {
  demo?: true;
  confidentiality?: Confidentiality;
  kind?: ContributionKind;
}

export function readProfile(row: FieldReader): ProfileFields {
  return compact({
    demo: readFlag(row, 'demo') || undefined,
    confidentiality: oneOf(row, 'confidentiality', Confidentiality.options),
    kind: oneOf(row, 'contribution_kind', CONTRIBUTION_KINDS),
  });
}

/** Rules that need no reading between the lines; undefined where the file is of somebody who does not know them. */
export function readEligibilityRules(row: FieldReader): Eligibility | undefined {
  const value = row.raw('eligibility_rules');
  if (value === undefined) return undefined;
  const rules = Eligibility.safeParse(rulesOf(value));
  if (!rules.success) {
    row.note({ code: 'unknown-value', field: 'eligibility_rules', value, action: 'left-out' });
    return undefined;
  }
  return rules.data;
}

function rulesOf(text: string): unknown {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null) return undefined;
    const { attributes, ...rest } = given as Record<string, unknown>;
    return {
      ...camelCased(rest),
      ...(Array.isArray(attributes) && { attributes: attributes.map(camelCased) }),
    };
  } catch {
    return undefined;
  }
}

function camelCased(object: object): object {
  const renamed = Object.entries(object).map(([name, value]) => [
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(renamed);
}

function oneOf<T extends string>(row: FieldReader, field: string, known: readonly T[]): T | undefined {
  const value = row.line(field);
  const found = known.find((each) => each === value);
  if (value !== undefined && !found) row.note({ code: 'unknown-value', field, value, action: 'left-out' });
  return found;
}
