import { greatCircleKm } from '../geo/great-circle-km.ts';
import { type Commonness, cellOf } from './commonness.ts';
import type { Comparable } from './comparable.ts';
import { compareNames } from './compare-names.ts';
import type { DuplicateField, DuplicateRules } from './duplicate-rules.ts';
import type { Street } from './read-street.ts';

/** How alike two records are in one thing. */
export interface Comparison {
  level: string;
  /** Share of all records that have what these two have in common: what many have says less. */
  commonly?: number;
  /** Between the nearest of their points. */
  km?: number;
}

export type Compare = (
  a: Comparable,
  b: Comparable,
  common: Commonness,
  rules: DuplicateRules,
) => Comparison | undefined;

/** Undefined where one of the two does not tell: that says neither yes nor no. */
export const COMPARE: Record<DuplicateField, Compare> = {
  name(a, b, common, rules) {
    const [mine, theirs] = a.owner && b.owner ? [a.ownNames, b.ownNames] : [a.names, b.names];
    const level = compareNames(mine, theirs, common, rules);
    return level && { level, ...(level === 'same' && { commonly: commonlyNamed(a, b, common) }) };
  },
  street: (a, b, common) => compareStreets(a.streets, b.streets, common),
  distance(a, b, common, { hereKm, nearKm, walkKm }) {
    let found: Comparison | undefined;
    for (const one of a.points)
      for (const other of b.points) {
        const km = greatCircleKm(one, other);
        if (found?.km !== undefined && found.km <= km) continue;
        const level = km <= hereKm ? 'here' : km <= nearKm ? 'near' : km <= walkKm ? 'walk' : 'far';
        found = { level, km, commonly: shareOf(common.cells, cellOf(one), common.records) };
      }
    return found;
  },
  phone: (a, b, { phones, records }) => compareSets(a.phones, b.phones, phones, records),
  email(a, b, { emails, records }) {
    const found = compareSets(a.emails, b.emails, emails, records);
    if (found?.level !== 'other') return found;
    const sites = new Set(b.emails.map(siteOf));
    return a.emails.some((email) => sites.has(siteOf(email))) ? { level: 'same-site' } : found;
  },
  web(a, b, { hosts, records }) {
    const site = compareSets(hostsOf(a), hostsOf(b), hosts, records);
    if (site?.level !== 'same') return site;
    const pages = new Set(b.webs.map(({ page }) => page));
    return a.webs.some(({ page }) => pages.has(page)) ? site : { ...site, level: 'same-site' };
  },
  organization(a, b, common, rules) {
    if (!a.owner || !b.owner) return undefined;
    if (a.owner.id === b.owner.id)
      return { level: 'same', commonly: shareOf(common.owners, a.owner.id, common.records) };
    const level = compareNames(a.owner.names, b.owner.names, common, rules);
    return level && { level: level === 'same' || level === 'alike' ? 'alike' : 'other' };
  },
  description(a, b, _common, rules) {
    if (a.words.size < FEWEST_WORDS || b.words.size < FEWEST_WORDS) return undefined;
    const likeness = jaccard(a.words, b.words);
    if (likeness >= rules.descriptionsSameFrom) return { level: 'same' };
    return { level: likeness >= rules.descriptionsAlikeFrom ? 'alike' : 'other' };
  },
};

/** A description of fewer words says too little to be compared. */
const FEWEST_WORDS = 5;

function compareStreets(
  a: readonly Street[],
  b: readonly Street[],
  common: Commonness,
): Comparison | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let found: Comparison = { level: 'other' };
  for (const one of a)
    for (const other of b) {
      if (one.street !== other.street) continue;
      if (one.number !== other.number) {
        if (found.level === 'other') found = { level: 'other-number' };
        continue;
      }
      const commonly = shareOf(common.streets, `${one.number} ${one.street}`, common.records);
      // Where one tells no suite, it is not another one.
      if (one.unit === other.unit || one.unit === '' || other.unit === '') return { level: 'same', commonly };
      found = { level: 'other-unit', commonly };
    }
  return found;
}

function compareSets(
  a: readonly string[],
  b: readonly string[],
  known: ReadonlyMap<string, number>,
  records: number,
): Comparison | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const shared = a.filter((value) => b.includes(value));
  if (shared.length === 0) return { level: 'other' };
  return { level: 'same', commonly: Math.min(...shared.map((value) => shareOf(known, value, records))) };
}

/** Of the records, without the one itself. */
function shareOf(known: ReadonlyMap<string, number>, value: string, records: number): number {
  return ((known.get(value) ?? 1) - 1) / Math.max(1, records - 1);
}

/** At least one in so many has the rarest word that both names have. */
function commonlyNamed(a: Comparable, b: Comparable, common: Commonness): number {
  const theirs = new Set(b.names.flat());
  const shared = a.names.flat().filter((word) => theirs.has(word));
  return Math.min(...shared.map((word) => shareOf(common.names, word, common.records)));
}

function hostsOf({ webs }: Comparable): string[] {
  return webs.map(({ host }) => host);
}

function siteOf(email: string): string {
  return email.slice(email.indexOf('@') + 1);
}

/** Share of the words of both that both have (P. Jaccard, 1901). */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}
