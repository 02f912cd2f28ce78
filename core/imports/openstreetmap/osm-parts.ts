import { type OsmRow, osmRow } from './osm-row.ts';
import type { TagReader } from './osm-tags.ts';

const PHONES = [
  [['phone', 'contact:phone'], ''],
  [['mobile', 'contact:mobile', 'phone:mobile'], 'cell'],
  [['contact:tty', 'phone:tty'], 'tty'],
  [['fax', 'contact:fax'], 'fax'],
] as const;

/** Several numbers of one tag are parted by semicolons. */
export function osmPhones(tag: TagReader, id: string): OsmRow[] {
  return PHONES.flatMap(([keys, type]) =>
    tag
      .first(...keys)
      .split(';')
      .map((number) => number.trim())
      .filter(Boolean)
      .map((number) => osmRow('phone', { service_id: id, number, type }, { number: keys[0] })),
  );
}

export function osmAddress(tag: TagReader, id: string): OsmRow[] {
  const street = tag.first('addr:street', 'addr:place');
  const line = [tag.first('addr:housenumber'), street].filter(Boolean).join(' ');
  const address = {
    address_1: street ? line : tag.first('addr:full'),
    address_2: tag.first('addr:unit', 'addr:flats'),
    city: tag.first('addr:city'),
    state_province: tag.first('addr:state'),
    postal_code: tag.first('addr:postcode'),
    country: tag.first('addr:country'),
  };
  const isSaid = address.address_1 || address.city || address.postal_code;
  return isSaid ? [osmRow('address', { location_id: id, address_type: 'physical', ...address })] : [];
}

const WHEELCHAIR: Readonly<Record<string, string>> = {
  yes: 'Wheelchair accessible',
  designated: 'Wheelchair accessible',
  limited: 'Some of it can be reached with a wheelchair, not all',
  no: 'Not wheelchair accessible',
};

export function wheelchairWords(tag: TagReader): string[] {
  const value = tag.first('wheelchair');
  const words = Object.hasOwn(WHEELCHAIR, value) ? WHEELCHAIR[value]! : '';
  return [words, tag.first('wheelchair:description', 'wheelchair:description:en')].filter(Boolean);
}

/** `fee=no` is free; an amount stands in `charge`. That there is a fee is told where nobody says which. */
export function osmFees(tag: TagReader): string {
  const [fee, charge] = [tag.first('fee'), tag.first('charge')];
  if (fee === 'no') return 'Free of charge';
  return charge || (fee && fee !== 'yes' ? fee : fee && 'There is a fee.');
}

/** Languages that are spoken there: `language:es=yes`. */
export function osmLanguages(tags: ReadonlyMap<string, string>, tag: TagReader): string {
  const spoken = [...tags.keys()].filter((key) => /^language:[a-z]{2,3}$/.test(key));
  return spoken
    .filter((key) => /^(?:yes|main|only|designated)$/.test(tag.first(key)))
    .map((key) => key.slice('language:'.length))
    .join(', ');
}
