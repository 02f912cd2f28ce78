import { ORGANIZATIONS, type OrganizationPlan } from './organizations.ts';
import type { Random } from './random.ts';
import { SCHOOL_PLANS } from './school-plans.ts';
import type { ServicePlan } from './service-plans.ts';
import { type PlacePlan, SHARED_PLACES } from './shared-places.ts';

/** Where services are given: every place, and the place key of each service. */
export interface PlacesAndHomes {
  places: readonly PlacePlan[];
  /** By service key. */
  homes: ReadonlyMap<string, string>;
}

const ANNEX_NAMES: Readonly<Record<string, string>> = {
  church: 'Parish House of {org}',
  library: '{org} Annex',
  business: '{org}, Depot Street yard',
  bank: '{org}, village counter',
  fire: '{org}, Station 2',
  farm: '{org}, east barn',
  'child-care': '{org}, second house',
  riding: '{org}, riding ring',
};

/** Organisations with several services have second doors, as many as are wanting to `count` places. */
export function planPlaces(services: readonly ServicePlan[], count: number, random: Random): PlacesAndHomes {
  const own = ORGANIZATIONS.filter(({ at }) => at === undefined || at === 'farm').map(ownPlace);
  const schools = SCHOOL_PLANS.map(({ key, name, settlement }): PlacePlan => {
    return { key, name, settlement, setting: 'street', organization: 'district' };
  });
  const sure = [...own, ...schools, ...SHARED_PLACES];
  const movable = random
    .shuffle(services.filter((plan) => isMovable(plan, services)))
    .slice(0, count - sure.length);
  const annexes = movable.map(({ organization }, index) => annexOf(organization, index));
  const homes = new Map(
    services.map(({ key, organization, idea }) => [key, idea.at ?? homeKey(organization)]),
  );
  movable.forEach(({ key }, index) => {
    homes.set(key, annexes[index]!.key);
  });
  return { places: [...sure, ...annexes], homes };
}

function ownPlace({ key, name, settlement, at }: OrganizationPlan): PlacePlan {
  return { key, name, settlement, setting: at === 'farm' ? 'farm' : 'street', organization: key };
}

function homeKey({ key, at }: OrganizationPlan): string {
  return at === undefined || at === 'farm' ? key : at;
}

/** The first service of an organisation stays at its door, so that no door is empty. */
function isMovable(plan: ServicePlan, services: readonly ServicePlan[]): boolean {
  const { organization, idea } = plan;
  const hasDoor = organization.at === undefined || organization.at === 'farm';
  const first = services.find((other) => other.organization === organization);
  return hasDoor && plan !== first && idea.also === undefined && organization.kind !== 'district';
}

function annexOf({ key, name, kind, settlement, at }: OrganizationPlan, index: number): PlacePlan {
  const pattern = ANNEX_NAMES[kind] ?? `{org}, room ${(index % 9) + 2}`;
  return {
    key: `annex-${index + 1}`,
    name: pattern.replace('{org}', name),
    settlement,
    setting: at === 'farm' ? 'farm' : 'street',
    organization: key,
  };
}
