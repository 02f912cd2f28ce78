import { CREDIT_LABEL } from '../directory/credits.ts';
import { type HsdsObject, objectIn, partsIn, textIn } from '../hsds/hsds-object.ts';
import { sayTimes } from './say-times.ts';

/** What a row says: a column's name and its value, where it is told. */
export type FlatRow = Readonly<Partial<Record<FlatColumn, string | number>>>;

export const FLAT_COLUMNS = [
  'id',
  'service',
  'organization',
  'place',
  'status',
  'kind',
  'terms',
  'description',
  'minimum_age',
  'maximum_age',
  'minimum_grade',
  'maximum_grade',
  'eligibility',
  'hours',
  'languages',
  'cost',
  'how_to_apply',
  'phone',
  'email',
  'website',
  'address',
  'city',
  'state',
  'postal_code',
  'latitude',
  'longitude',
  'accessibility',
  'attribution',
  'last_modified',
  'service_id',
  'organization_id',
  'location_id',
] as const;
export type FlatColumn = (typeof FLAT_COLUMNS)[number];

/**
 * A service at each of its places, one flat row each, from the whole service as `/hsds` tells it; one row without a
 * place where none may be told. What is closest to the place speaks first: the link, the service, the location.
 */
export function flatRows(service: HsdsObject): FlatRow[] {
  const places = partsIn(service, 'service_at_locations');
  return places.length > 0 ? places.map((place) => flatRow(service, place)) : [flatRow(service, undefined)];
}

function flatRow(service: HsdsObject, place: HsdsObject | undefined): FlatRow {
  const location = objectIn(place, 'location');
  const nearest = [place, service, location].filter((level) => level !== undefined);
  const first = (say: (level: HsdsObject) => string) => nearest.map(say).find(Boolean);
  const rules = objectIn(service, 'eligibility_rules');
  const [address] = partsIn(location, 'addresses');
  return told({
    id: textIn(place, 'id') ?? textIn(service, 'id'),
    service: textIn(service, 'name'),
    organization: textIn(objectIn(service, 'organization'), 'name'),
    place: textIn(location, 'name'),
    status: textIn(service, 'status'),
    kind: textIn(service, 'contribution_kind') ?? 'service',
    terms: joined(
      partsIn(service, 'attributes').map((each) => textIn(objectIn(each, 'taxonomy_term'), 'name')),
    ),
    description: textIn(service, 'description'),
    minimum_age: numberIn(service, 'minimum_age'),
    maximum_age: numberIn(service, 'maximum_age'),
    minimum_grade: numberIn(rules, 'minimum_grade'),
    maximum_grade: numberIn(rules, 'maximum_grade'),
    eligibility: textIn(service, 'eligibility_description'),
    hours: first(sayTimes),
    languages: first((level) => joined(partsIn(level, 'languages').map((each) => textIn(each, 'name')))),
    cost: textIn(service, 'fees_description') ?? joined(partsIn(service, 'cost_options').map(sayCost)),
    how_to_apply: textIn(service, 'application_process'),
    phone: first((level) => joined(partsIn(level, 'phones').map(sayPhone))),
    email: textIn(service, 'email') ?? textIn(objectIn(service, 'organization'), 'email'),
    website: textIn(service, 'url') ?? textIn(objectIn(service, 'organization'), 'website'),
    address: joined([textIn(address, 'address_1'), textIn(address, 'address_2')], ', '),
    city: textIn(address, 'city'),
    state: textIn(address, 'state_province'),
    postal_code: textIn(address, 'postal_code'),
    latitude: numberIn(location, 'latitude'),
    longitude: numberIn(location, 'longitude'),
    accessibility: joined(partsIn(location, 'accessibility').map((each) => textIn(each, 'description'))),
    attribution: joined([service, objectIn(service, 'organization'), ...nearest].flatMap(creditsOfTold)),
    last_modified: textIn(service, 'last_modified'),
    service_id: textIn(service, 'id'),
    organization_id: textIn(service, 'organization_id'),
    location_id: textIn(place, 'location_id'),
  });
}

type Untold = { [column in FlatColumn]: string | number | undefined };

function told(row: Untold): FlatRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));
}

function numberIn(object: HsdsObject | undefined, field: string): number | undefined {
  const value = object?.[field];
  return typeof value === 'number' ? value : undefined;
}

/** Whom the licence of its source asks to name. */
function creditsOfTold(record: HsdsObject | undefined): (string | undefined)[] {
  return partsIn(record, 'attributes').map((each) =>
    textIn(each, 'label') === CREDIT_LABEL ? textIn(each, 'value') : undefined,
  );
}

function joined(texts: readonly (string | undefined)[], between = '; '): string {
  return [...new Set(texts.filter(Boolean))].join(between);
}

function sayPhone(phone: HsdsObject): string {
  const extension = textIn(phone, 'extension') ?? textIn(objectIn(phone, 'as_told'), 'extension');
  return [textIn(phone, 'number'), extension && `ext. ${extension}`].filter(Boolean).join(' ');
}

function sayCost(cost: HsdsObject): string {
  const amount = textIn(cost, 'amount');
  const price = amount && [amount, textIn(cost, 'currency')].filter(Boolean).join(' ');
  return [textIn(cost, 'option'), textIn(cost, 'amount_description') ?? price].filter(Boolean).join(': ');
}
