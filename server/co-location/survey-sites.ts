import type {
  CoLocation,
  FarPairView,
  HostView,
  PlaceOfPair,
  SharedSite,
} from '../../core/co-location/co-location.ts';
import { type FarPair, farPairs, keyOf } from '../../core/co-location/far-pairs.ts';
import { type Host, rankHosts } from '../../core/co-location/rank-hosts.ts';
import { compare, type OpenOffer, organizationsOf, type Site } from '../../core/co-location/site.ts';
import { weekTogether } from '../../core/co-location/week-together.ts';
import { DOMAIN_IDS } from '../../core/taxonomy/term.ts';
import { roundMinutes } from '../../core/travel/trip.ts';
import type { Rules } from '../rules.ts';
import type { CoLocationWorld } from './load-world.ts';

const MOST_SITES = 200;
const MOST_PAIRS = 60;
/** Of each site in the list; its own page has all. */
const MOST_LACKING = 5;

/** Who shares a roof, what is used together and far apart, and which schools could host. */
export function surveySites(world: CoLocationWorld, rules: Rules): CoLocation {
  const { asked, offers, schools, counts, around, sites } = world;
  const { taxonomy, coLocation, termPairs } = rules;
  const shared = sites
    .map((site) => ({ site, organizations: organizationsOf(site) }))
    .filter(({ organizations }) => organizations.length > 1)
    .sort(
      (a, b) =>
        b.organizations.length - a.organizations.length ||
        b.site.offers.length - a.site.offers.length ||
        compare(a.site.id, b.site.id),
    );
  const rule = rules.travel[asked.mode];
  const { farMinutes } = coLocation;
  const pairs = farPairs({ pairs: termPairs, offers, schools, counts, taxonomy, rule, farMinutes });
  const hosts = rankHosts({ schools, offers, around, rules: coLocation });
  const hosting = new Set(hosts.map(({ schoolId }) => schoolId));
  return {
    ...asked,
    countedOn: counts.countedOn,
    threshold: counts.threshold,
    sites: shared.slice(0, MOST_SITES).map((each) => viewSite(each, world, rules)),
    sitesInAll: shared.length,
    pairs: pairs.slice(0, MOST_PAIRS).map(viewPair),
    pairsInAll: pairs.length,
    hosts: hosts.map(viewHost),
    roomless: schools.filter(({ id }) => !hosting.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

function viewSite(
  { site, organizations }: { site: Site; organizations: SharedSite['organizations'] },
  { around, sharedWith }: CoLocationWorld,
  { taxonomy }: Rules,
): SharedSite {
  const { offers, ...rest } = site;
  const domains = new Set(offers.flatMap(({ terms }) => terms.map(taxonomy.domainOf)));
  const { strip: _, ...together } = weekTogether(offers);
  return {
    ...rest,
    organizations,
    offers: offers.length,
    domains: DOMAIN_IDS.filter((domain) => domains.has(domain)),
    together,
    sharing: sharedWith(site),
    lacking: around(site.point).lacking.slice(0, MOST_LACKING),
  };
}

function viewPair(far: FarPair): FarPairView {
  const { pair, offers, minutes, students, schools } = far;
  return {
    ...pair,
    id: keyOf(far),
    places: [viewPlace(offers[0]), viewPlace(offers[1])],
    minutes: roundMinutes(minutes),
    students,
    schools,
  };
}

function viewPlace(offer: OpenOffer): PlaceOfPair {
  const { id, serviceId, serviceName, organizationName, locationId, locationName, at } = offer;
  return {
    id,
    serviceId,
    name: serviceName,
    organization: organizationName,
    locationId,
    location: locationName,
    point: at,
  };
}

function viewHost({ at, rooms, ...host }: Host): HostView {
  return {
    ...host,
    point: at,
    rooms: rooms.map(({ id, serviceId, serviceName, placesFree }) => ({
      id,
      serviceId,
      name: serviceName,
      placesFree: placesFree ?? null,
    })),
  };
}
