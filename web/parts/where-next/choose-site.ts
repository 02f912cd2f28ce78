import { MOST_SITES, type SitingQuery } from './siting-query.ts';

type Chosen = Pick<SitingQuery, 'force' | 'exclude' | 'sites'>;

/** The question with a site that must be in; as many sites are asked for as must be in. */
export function withSite({ force, exclude, sites }: Chosen, id: string): Chosen {
  const all = [...new Set([...force, id])].sort().slice(0, MOST_SITES);
  return {
    force: all,
    exclude: exclude.filter((other) => other !== id),
    sites: Math.max(sites, all.length),
  };
}

/** Those that may still be in when the new sites must be of one kind. */
export function forcedAmong(candidates: SitingQuery['candidates'], force: readonly string[]): string[] {
  if (candidates === 'both') return [...force];
  const kind = candidates === 'schools' ? 'school:' : 'location:';
  return force.filter((id) => id.startsWith(kind));
}

/** The question without a site, which then need not be in either. */
export function withoutSite({ force, exclude, sites }: Chosen, id: string): Chosen {
  return {
    force: force.filter((other) => other !== id),
    exclude: [...new Set([...exclude, id])].sort(),
    sites,
  };
}
