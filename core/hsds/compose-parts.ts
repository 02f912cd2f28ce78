import type { z } from 'zod';
import type {
  Accessibility,
  Address,
  Attribute,
  Capacity,
  Contact,
  CostOption,
  Language,
  Metadata,
  Phone,
  ServiceArea,
} from '../directory/service.ts';
import { parsePhone } from '../imports/parse-phone.ts';
import { asEmail, asNumber, asUri, fitted } from './as-told.ts';
import { type HsdsObject, type NameUuid, told } from './hsds-object.ts';

/** A record whose parts are composed: the table it is in, as HSDS calls it, and its id. */
export interface Owner {
  table: string;
  id: string;
}

/**
 * The parts of a record as HSDS writes them. Ours have no ids; theirs follow from the record, the list and the place
 * in it, so the same record is always told with the same ids.
 */
export function listed<T>(
  nameUuid: NameUuid,
  { table, id }: Owner,
  list: string,
  items: readonly T[],
  compose: (item: T, id: string) => HsdsObject,
): HsdsObject[] {
  return items.map((item, at) => compose(item, nameUuid(['hsds', table, id, list, String(at)])));
}

/**
 * Telephones and people. Of somebody whose name must not be told only the telephones are left: they are the record's
 * own then.
 */
export function composeReach(
  nameUuid: NameUuid,
  owner: Owner,
  { phones, contacts }: { phones: readonly Phone[]; contacts: readonly Contact[] },
): { phones: HsdsObject[]; contacts: HsdsObject[] } {
  const isNamed = ({ phones: _p, ...person }: Contact) => Object.values(person).some(Boolean);
  const nameless = contacts.filter((contact) => !isNamed(contact)).flatMap((contact) => contact.phones);
  const distinct = new Map([...phones, ...nameless].map((phone) => [JSON.stringify(phone), phone]));
  return {
    phones: composePhones(nameUuid, owner, [...distinct.values()]),
    contacts: composeContacts(nameUuid, owner, contacts.filter(isNamed)),
  };
}

function composePhones(nameUuid: NameUuid, owner: Owner, phones: readonly Phone[]): HsdsObject[] {
  return listed(nameUuid, owner, 'phones', phones, (phone, id) => {
    // "555-0100 ext. 7" as one text: HSDS has a field for each.
    const parsed = phone.extension === undefined ? parsePhone(phone.number) : undefined;
    return told({
      id,
      number: parsed?.number ?? phone.number,
      type: phone.type,
      description: phone.description,
      ...fitted({ extension: asNumber(phone.extension ?? parsed?.extension) }),
      languages: listed(nameUuid, { table: 'phone', id }, 'languages', phone.languages, phoneLanguage),
    });
  });
}

function phoneLanguage(language: string, id: string): HsdsObject {
  return /^[a-z]{2,3}$/.test(language) ? { id, code: language } : { id, name: language };
}

function composeContacts(nameUuid: NameUuid, owner: Owner, contacts: readonly Contact[]): HsdsObject[] {
  return listed(nameUuid, owner, 'contacts', contacts, (contact, id) =>
    told({
      id,
      name: contact.name,
      title: contact.title,
      department: contact.department,
      ...fitted({ email: asEmail(contact.email) }),
      phones: composePhones(nameUuid, { table: 'contact', id }, contact.phones),
    }),
  );
}

export function composeLanguages(
  nameUuid: NameUuid,
  owner: Owner,
  languages: readonly Language[],
): HsdsObject[] {
  return listed(nameUuid, owner, 'languages', languages, ({ code, name, note }, id) =>
    told({ id, code, name, note }),
  );
}

/** HSDS demands all lines of an address; one that nobody told is empty. An address of nothing but a country is none. */
export function composeAddresses(
  nameUuid: NameUuid,
  owner: Owner,
  addresses: readonly Address[],
): HsdsObject[] {
  const saying = addresses.filter(({ country: _c, type: _t, ...lines }) =>
    Object.values(lines).some(Boolean),
  );
  return listed(nameUuid, owner, 'addresses', saying, (address, id) => ({
    ...told({
      attention: address.attention,
      address_2: address.address2,
      region: address.region,
    }),
    id,
    address_1: address.address1 ?? '',
    city: address.city ?? '',
    state_province: address.stateProvince ?? '',
    postal_code: address.postalCode ?? '',
    country: address.country ?? '',
    address_type: ADDRESS_TYPES.find((type) => type === address.type) ?? 'physical',
  }));
}

const ADDRESS_TYPES = ['physical', 'postal', 'virtual'] as const;

export function composeAccessibility(
  nameUuid: NameUuid,
  owner: Owner,
  ways: readonly z.infer<typeof Accessibility>[],
): HsdsObject[] {
  return listed(nameUuid, owner, 'accessibility', ways, ({ description, details, url }, id) =>
    told({ id, description, details, ...fitted({ url: asUri(url) }) }),
  );
}

export function composeCosts(nameUuid: NameUuid, owner: Owner, costs: readonly CostOption[]): HsdsObject[] {
  return listed(nameUuid, owner, 'cost_options', costs, (cost, id) =>
    told({
      id,
      option: cost.option,
      currency: cost.currency,
      amount: cost.amount,
      amount_description: cost.amountDescription,
      valid_from: cost.validFrom,
      valid_to: cost.validTo,
    }),
  );
}

export function composeServiceAreas(
  nameUuid: NameUuid,
  owner: Owner,
  areas: readonly ServiceArea[],
): HsdsObject[] {
  return listed(nameUuid, owner, 'service_areas', areas, ({ name, description, extent, extentType }, id) =>
    told({
      id,
      name,
      description,
      extent: extent && JSON.stringify(extent),
      extent_type: extentType ?? (extent && 'geojson'),
    }),
  );
}

/**
 * HSDS counts places only where it is known how many are free, and since when. The rest of what we know of places is
 * in `incomplete_capacities` of our profile, in the same words.
 */
export function composeCapacities(
  nameUuid: NameUuid,
  owner: Owner,
  capacities: readonly Capacity[],
): { capacities: HsdsObject[]; incomplete_capacities: HsdsObject[] } {
  const isWhole = ({ available, updated }: Capacity) => available !== undefined && updated !== undefined;
  const compose = ({ unit, available, maximum, description, updated }: Capacity, id: string): HsdsObject =>
    told({
      id,
      unit: { id: nameUuid(['hsds', 'unit', unit]), name: unit },
      available,
      maximum,
      description,
      updated: updated && new Date(updated).toISOString(),
    });
  return {
    capacities: listed(nameUuid, owner, 'capacities', capacities.filter(isWhole), compose),
    incomplete_capacities: listed(
      nameUuid,
      owner,
      'incomplete_capacities',
      capacities.filter((capacity) => !isWhole(capacity)),
      compose,
    ),
  };
}

export function composeAttributes(
  nameUuid: NameUuid,
  owner: Owner,
  attributes: readonly z.infer<typeof Attribute>[],
): HsdsObject[] {
  return listed(nameUuid, owner, 'attributes', attributes, ({ label, value, linkType }, id) =>
    told({ id, link_id: owner.id, link_entity: owner.table, link_type: linkType, label, value }),
  );
}

/** Recorded changes. HSDS demands both values; one that was nothing is empty. */
export function composeMetadata(
  nameUuid: NameUuid,
  owner: Owner,
  changes: readonly z.infer<typeof Metadata>[],
): HsdsObject[] {
  return listed(nameUuid, owner, 'metadata', changes, (change, id) => ({
    id,
    resource_id: owner.id,
    resource_type: owner.table,
    last_action_date: change.date?.slice(0, 10) ?? '',
    last_action_type: 'update',
    field_name: change.field,
    previous_value: change.previousValue ?? '',
    replacement_value: change.replacementValue ?? '',
    updated_by: change.updatedBy ?? '',
  }));
}
