import type { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import type { SitingQuery } from './siting-query.ts';

/** What somebody may type of money, in any unit: what all new sites may cost, and what one costs in each kind of place. */
export const AMOUNTS = ['budget', 'schoolPrice', 'locationPrice'] as const;
export type Amount = (typeof AMOUNTS)[number];
type Priced = Pick<SitingQuery, Amount | 'model' | 'candidates'>;

/** The amounts that this question can be asked with. */
export function amountsOf({ model, candidates }: Pick<Priced, 'model' | 'candidates'>): Amount[] {
  return [
    ...(model === 'lscp' ? [] : (['budget'] as const)),
    ...(candidates === 'sites' ? [] : (['schoolPrice'] as const)),
    ...(candidates === 'schools' ? [] : (['locationPrice'] as const)),
  ];
}

/** Those that are still to be said where one of them is. */
export function amountsMissing(query: Priced): Amount[] {
  const wanted = amountsOf(query);
  const missing = wanted.filter((name) => query[name] === null);
  return missing.length < wanted.length ? missing : [];
}

/** As it is sent. A price for places that are not asked about is not asked for either: it is the other one. */
export function costsOf(query: Priced): Pick<SitingAsk, 'budget' | 'costs'> {
  const wanted = amountsOf(query);
  const { budget, schoolPrice, locationPrice } = query;
  const [school, location] = [schoolPrice ?? locationPrice, locationPrice ?? schoolPrice];
  if (wanted.some((name) => query[name] === null) || school === null || location === null) return {};
  return { costs: { school, location }, ...(wanted.includes('budget') && budget !== null && { budget }) };
}

/** The amounts that were sent, as they were typed. */
export function amountsSent({
  model,
  candidates,
  budget,
  costs,
}: Pick<SitingAsk, 'model' | 'candidates' | 'budget' | 'costs'>): Pick<SitingQuery, Amount> {
  const wanted = amountsOf({ model, candidates });
  return {
    budget: budget ?? null,
    schoolPrice: wanted.includes('schoolPrice') ? (costs?.school ?? null) : null,
    locationPrice: wanted.includes('locationPrice') ? (costs?.location ?? null) : null,
  };
}
