import type { Area } from '../geo/point.ts';
import { languageCode } from '../imports/parse-language.ts';
import type { Closure } from '../schedule/closure.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { weeklyHours } from '../schedule/weekly-hours.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { isStricter, strictest, tellableName } from './confidential.ts';
import { isFree } from './free.ts';
import { hoursLevel } from './hours-level.ts';
import type { Offer } from './offer.ts';
import { offerWords } from './offer-words.ts';
import type {
  Address,
  Capacity,
  CostOption,
  Location,
  Organization,
  Service,
  ServiceAtLocation,
} from './service.ts';
import { plain } from './words.ts';

/** The records that one offer is made of. */
export interface OfferParts {
  place: ServiceAtLocation;
  service: Service;
  location: Location;
  organization: Organization;
}

export interface OfferContext {
  taxonomy: Taxonomy;
  /** ISO date: schedules and prices that do not hold on it are left out. */
  today: string;
}

/**
 * Makes the read model of one service at one location. What is closest to the place speaks first: the link, then
 * the service, then the location. A place that is confidential in any of its parts leaves no trace of where it is:
 * no point, no address, nothing of it among the words, not even the hours or the ramp of the building, by which one
 * could know it again; its texts are those of `offeredService` (veil-service.ts). A hidden one is named after
 * its organization; so is a partly confidential service at a place that is itself public, since the place's name
 * would tell where it is.
 */
export function buildOffer(parts: OfferParts, { taxonomy, today }: OfferContext): Offer {
  const { place, service, location, organization } = parts;
  const confidentiality = strictest(service.confidentiality, location.confidentiality);
  const isPublic = confidentiality === 'public';
  const namesPlace = confidentiality !== 'hidden' && !isStricter(confidentiality, location.confidentiality);
  const locationName = placeName(location, isPublic, namesPlace) || organization.name;
  const terms = service.terms.filter((id) => taxonomy.get(id) !== undefined);
  const termsAndAbove = [...new Set(terms.flatMap((id) => taxonomy.lineage(id)))];
  const costs = service.costOptions.filter((cost) => holdsOn(cost, today));
  const schedules = [place.schedules, service.schedules, isPublic ? location.schedules : []];
  const { hours, known } = hoursOf(schedules, today);
  const names = [
    service.name,
    service.alternateName,
    organization.name,
    organization.alternateName,
    locationName,
    ...(isPublic ? [location.alternateName, location.addresses[0]?.city] : []),
  ];
  return {
    id: place.id,
    serviceId: service.id,
    locationId: location.id,
    organizationId: organization.id,
    serviceName: service.name,
    organizationName: organization.name,
    locationName,
    kind: service.kind,
    confidentiality,
    terms,
    termsAndAbove,
    eligibility: service.eligibility,
    residenceAreas: isPublic ? residenceAreas(place, service) : [],
    hours,
    hoursKnown: known,
    languages: languagesOf(service, namesPlace ? location : undefined),
    words: offerWords(names, termsAndAbove, service.description, taxonomy),
    demo: service.demo || place.demo,
    ...present({
      address: isPublic ? addressLine(location) : undefined,
      point: isPublic && location.pointQuality === 'exact' ? location.point : undefined,
      free: isFree(costs, service.feesDescription),
      cost: costLine(costs, service.feesDescription),
      ...timesOf(schedules, [place.closures, service.closures, isPublic ? location.closures : []]),
      sessionMinutes: service.sessionMinutes,
      wheelchair: isPublic ? wheelchairOf(location) : undefined,
      ...placesOf(place, service),
    }),
  };
}

function placeName(location: Location, isPublic: boolean, namesPlace: boolean): string {
  if (isPublic) return location.name;
  return namesPlace ? tellableName(location) : '';
}

function hoursOf(levels: readonly (readonly Schedule[])[], today: string) {
  return weeklyHours(levels[hoursLevel(levels, today)] ?? [], today);
}

/** What the coming weeks can be worked out from, on whatever day; without words, which may say more than times. */
function timesOf(
  schedules: readonly (readonly Schedule[])[],
  closures: readonly (readonly Closure[] | undefined)[],
) {
  const timetables = schedules
    .map((level) =>
      level
        .filter(({ opensAt, closesAt }) => opensAt !== undefined && closesAt !== undefined)
        .map(({ description: _d, notes: _n, attendingType: _a, ...times }) => times),
    )
    .filter((level) => level.length > 0);
  const closed = closures.flatMap((level) => (level ?? []).map(({ reason: _r, ...times }) => times));
  return {
    timetables: timetables.length > 0 ? timetables : undefined,
    closures: closed.length > 0 ? closed : undefined,
  };
}

function languagesOf(service: Service, location: Location | undefined): string[] {
  const said = service.languages.length > 0 ? service.languages : (location?.languages ?? []);
  const codes = said.map(({ code, name }) => (code && languageCode(code)) || languageCode(name));
  return [...new Set(codes.filter((code) => code !== undefined))].sort();
}

function residenceAreas(place: ServiceAtLocation, service: Service): Area[] {
  if (!service.eligibility.residenceRequired) return [];
  const areas = place.serviceAreas.length > 0 ? place.serviceAreas : service.serviceAreas;
  return areas.flatMap(({ extent }) => (extent ? [extent] : []));
}

/** "12 Mill Road, Alder Creek", of the address where people come to rather than where letters go. */
function addressLine({ addresses }: Location): string | undefined {
  const address = addresses.find(isVisited) ?? addresses[0];
  const line = [address?.address1, address?.city].filter((part) => part?.trim()).join(', ');
  return line || undefined;
}

function isVisited({ type }: Address): boolean {
  return type === undefined || type === 'physical';
}

function holdsOn({ validFrom, validTo }: CostOption, today: string): boolean {
  return (validFrom === undefined || validFrom <= today) && (validTo === undefined || today <= validTo);
}

function costLine(costs: readonly CostOption[], fees: string | undefined): string | undefined {
  const said = fees?.trim() || costs.map(costText).filter(Boolean).join('; ');
  const line = said.replace(/\s+/g, ' ');
  return (line.length > 200 ? `${line.slice(0, 199)}…` : line) || undefined;
}

function costText({ option, amount, currency = 'USD', amountDescription }: CostOption): string {
  const figure = amount === undefined ? undefined : `${currency === 'USD' ? '$' : `${currency} `}${amount}`;
  const price = amountDescription ?? figure;
  return option && price ? `${option}: ${price}` : (price ?? option ?? '');
}

/** Yes or no only where the description of the access says so; "wheelchair ramp out of order" is a no. */
function wheelchairOf({ accessibility }: Location): boolean | undefined {
  const said = accessibility.flatMap(({ description, details }) => [description, details]);
  const text = plain(said.filter(Boolean).join('. '));
  if (!/wheel ?chair|silla de ruedas|step[- ]?free|\bada\b/.test(text)) return undefined;
  return !/\b(no|not|without|isn't|out of order|inaccessible|sin acceso)\b/.test(text);
}

/** The first capacity with a figure: the place's own, unless the service's was counted later. */
function placesOf(place: ServiceAtLocation, service: Service) {
  const own = place.capacities.find(hasFigure);
  const general = service.capacities.find(hasFigure);
  const counted = own && general && isLater(general, own) ? general : (own ?? general);
  return {
    placesFree: counted?.available,
    placesMaximum: counted?.maximum,
    placesUpdated: counted?.updated,
    placesShared: counted !== undefined && counted !== own ? (true as const) : undefined,
  };
}

function hasFigure({ available, maximum }: Capacity): boolean {
  return available !== undefined || maximum !== undefined;
}

function isLater(a: Capacity, b: Capacity): boolean {
  return (
    a.updated !== undefined && (b.updated === undefined || Date.parse(a.updated) > Date.parse(b.updated))
  );
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Present<T>;
}
