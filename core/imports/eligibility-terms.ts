import type { Eligibility } from '../directory/service.ts';
import { compact } from './compact.ts';
import { unknownFacts } from './eligibility-words.ts';
import { type Ages, parseAges, uniteAges } from './parse-ages.ts';

/** Taxonomies that say for whom a service is, not what it does. */
export function isAboutPeople(taxonomy: string | undefined): boolean {
  return (
    taxonomy !== undefined &&
    /eligib|audience|population|human situations|who it serves/i.test(taxonomy) &&
    !/human services/i.test(taxonomy)
  );
}

/**
 * What terms such as "Youth (6-12)", "Ages 60+" and "DC Resident" say about who is taken: the ages of all that name
 * any, united, since several groups together mean "these too"; what else they touch is left open.
 */
export function eligibilityFromTerms(names: readonly string[]): Eligibility {
  if (names.length === 0) return { unknown: [] };
  const ages = names
    .map((name) => parseAges(name.replace(/^[^()\d]*(?=\()/, '')))
    .filter((read) => read !== undefined);
  const others = names.filter((name) => parseAges(name.replace(/^[^()\d]*(?=\()/, '')) === undefined);
  const united: Ages = uniteAges(ages);
  const unknown = [...new Set(others.flatMap((name) => unknownFacts(name)))];
  const hasAges = Object.keys(united).length > 0;
  return {
    ...united,
    unknown: hasAges ? unknown.filter((fact) => fact !== 'age') : unknown,
    description: names.join(', '),
  };
}

/** Joins what fields say with what terms say; the fields' own ages go first. */
export function joinEligibility(fields: Eligibility, terms: Eligibility): Eligibility {
  const ownAges = fields.minimumAge !== undefined || fields.maximumAge !== undefined;
  const ages = ownAges ? fields : terms;
  const hasAges = ages.minimumAge !== undefined || ages.maximumAge !== undefined;
  const unknown = [...new Set([...fields.unknown, ...terms.unknown])].filter(
    (fact) => !(hasAges && fact === 'age'),
  );
  return compact({
    minimumAge: ages.minimumAge,
    maximumAge: ages.maximumAge,
    unknown,
    description:
      [fields.description, terms.description].filter(Boolean).join('\n').slice(0, 20_000) || undefined,
  });
}
