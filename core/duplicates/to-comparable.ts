import type { Address, Location, Organization, Phone, Service } from '../directory/service.ts';
import { toWords } from '../directory/words.ts';
import type { Comparable, Web } from './comparable.ts';
import type { DuplicateRules } from './duplicate-rules.ts';
import { namesWithin, nameWords } from './name-words.ts';
import { readStreet, type Street } from './read-street.ts';
import { readDigits, readEmail, readWeb } from './read-web.ts';

type Name = readonly string[];
type Words = Pick<DuplicateRules, 'words' | 'sharedHosts'>;

/** Places of one record that are compared; one with more is known by these. */
const MOST_PLACES = 20;
/** Words of a description that are compared. */
const MOST_WORDS = 80;

/** Reads records as they are compared. A record's owner is its organization, its places are where it is. */
export function comparables(rules: Words) {
  const shared = new Set(rules.sharedHosts);
  const namesOf = (...names: (string | undefined)[]) =>
    names
      .flatMap((name) => (name ? namesWithin(name) : []))
      .map((name) => nameWords(name, rules.words))
      .filter((words) => words.length > 0);
  const belongingTo = (names: Name[], owner: Organization | undefined) => {
    if (!owner) return { names, ownNames: names };
    const ofOwner = namesOf(owner.name, owner.alternateName);
    return {
      names,
      ownNames: names.map((name) => without(name, ofOwner)),
      owner: { id: owner.id, names: ofOwner },
    };
  };

  return {
    organization(record: Organization, places: readonly Location[]): Comparable {
      const { id, name, alternateName, website, email, description } = record;
      return {
        id,
        ...belongingTo(namesOf(name, alternateName), undefined),
        // Places of one organization often have the telephone of another that is there, too.
        phones: digitsOf(record.phones.length > 0 ? record.phones : places.flatMap(({ phones }) => phones)),
        emails: all([readEmail(email)]),
        webs: all([readWeb(website, shared)]),
        ...whereOf(places, rules),
        words: describing(description),
      };
    },
    location(record: Location, owner?: Organization): Comparable {
      return {
        id: record.id,
        ...belongingTo(
          namesOf(isAddress(record.name) ? undefined : record.name, record.alternateName),
          owner,
        ),
        phones: digitsOf(record.phones),
        emails: all(record.contacts.map(({ email }) => readEmail(email))),
        webs: [],
        ...whereOf([record], rules),
        words: describing(record.description),
      };
    },
    service(record: Service, places: readonly Location[], owner?: Organization): Comparable {
      return {
        id: record.id,
        ...belongingTo(namesOf(record.name, record.alternateName), owner),
        phones: digitsOf(record.phones),
        emails: all([readEmail(record.email)]),
        webs: all([readWeb(record.url, shared)]),
        ...whereOf(places, rules),
        words: describing(record.description),
      };
    },
  };
}

function whereOf(places: readonly Location[], { words }: Words) {
  const some = places.slice(0, MOST_PLACES);
  const streets = some.flatMap(({ name, addresses }) =>
    all(addressesOf(name, addresses).map((address) => readStreet(address, words))),
  );
  const distinct = new Map<string, Street>(streets.map((street) => [JSON.stringify(street), street]));
  return {
    streets: [...distinct.values()],
    points: some.flatMap(({ point, pointQuality }) =>
      point && pointQuality === 'exact' ? [point.coordinates] : [],
    ),
  };
}

/** A place that nobody named is listed under its address. */
function isAddress(name: string): boolean {
  return /^\d+[a-z]?(?:-[a-z\d]+)? .+,? .*\d{5}/i.test(name);
}

function addressesOf(name: string, addresses: readonly Address[]): readonly Address[] {
  if (addresses.some(({ address1 }) => address1) || !isAddress(name)) return addresses;
  return [{ address1: name.replace(/,.*$/, '').replace(CITY_AND_STATE, '') }];
}

/** Behind a quadrant of the city: "1234 Massachusetts Avenue NW Washington". */
const CITY_AND_STATE = /(?<=\b(?:NW|NE|SW|SE)) .*$/;

function without(name: Name, owner: readonly Name[]): Name {
  const left = name.filter((word) => !owner.some((words) => words.includes(word)));
  return left.length > 0 ? left : name;
}

function digitsOf(phones: readonly Phone[]): string[] {
  return [...new Set(all(phones.map(({ number }) => readDigits(number))))];
}

function describing(text: string): Set<string> {
  return new Set(toWords(text).slice(0, MOST_WORDS));
}

function all<T extends string | Web | Street>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
