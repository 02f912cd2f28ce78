import { outlineOf } from '../../core/assessments/framework.ts';
import { decide } from '../../core/policy/decide.ts';
import { monthOf, schoolYearOf } from '../../core/schedule/school-year.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { type Place, placeResource } from './places.ts';
import { knownYears } from './rating-store.ts';
import { viewPlaces } from './view-places.ts';

/** The school year that we are in. */
export function presentYear({ clock }: Pick<Deps, 'clock'>): number {
  return schoolYearOf(monthOf(clock().toISOString()));
}

/** One place with what whoever asks may do there. */
export async function showPlace(deps: Deps, place: Place, year: number, account: Account | null) {
  const [view] = await viewPlaces(deps, [place], year);
  const mayRate = decide(account, 'assessments.rate', placeResource(place)).allowed;
  return { ...view!, ...(await frameOf(deps, [place], year)), mayRate };
}

/** Levels, groups and the years that can be chosen: last year and next year always, the newest first. */
export async function frameOf(deps: Deps, places: readonly Place[], year: number) {
  const present = presentYear(deps);
  const known = await knownYears(
    deps.db,
    places.map(({ id }) => id),
  );
  const yearChoices = [...new Set([present + 1, present, present - 1, year, ...known])].sort((a, b) => b - a);
  const { levels, frameworks } = deps.rules.assessments;
  return {
    presentYear: present,
    yearChoices,
    levels,
    frameworks: outlineOf(frameworks),
  };
}
