import type { Position } from '../geo/point.ts';
import type { Comparable } from './comparable.ts';

/** How many of the records have a word, a number, a host: what many have says little. */
export interface Commonness {
  records: number;
  names: ReadonlyMap<string, number>;
  phones: ReadonlyMap<string, number>;
  hosts: ReadonlyMap<string, number>;
  emails: ReadonlyMap<string, number>;
  streets: ReadonlyMap<string, number>;
  owners: ReadonlyMap<string, number>;
  /** Of about 100 m. */
  cells: ReadonlyMap<string, number>;
}

export function countCommon(records: readonly Comparable[]): Commonness {
  const names = new Map<string, number>();
  const phones = new Map<string, number>();
  const hosts = new Map<string, number>();
  const emails = new Map<string, number>();
  const streets = new Map<string, number>();
  const owners = new Map<string, number>();
  const cells = new Map<string, number>();
  for (const record of records) {
    count(names, record.names.flat());
    count(phones, record.phones);
    count(
      hosts,
      record.webs.map(({ host }) => host),
    );
    count(emails, record.emails);
    count(
      streets,
      record.streets.map(({ number, street }) => `${number} ${street}`),
    );
    count(cells, record.points.map(cellOf));
    if (record.owner) count(owners, [record.owner.id]);
  }
  return { records: records.length, names, phones, hosts, emails, streets, owners, cells };
}

export function cellOf([lon, lat]: Position): string {
  return `${Math.round(lon * 1000)} ${Math.round(lat * 1000)}`;
}

/** How much a word says: nothing where all have it (inverse document frequency, K. Spärck Jones, 1972). */
export function rarity(common: Commonness, word: string): number {
  return Math.log2(1 + common.records / (common.names.get(word) ?? 1));
}

function count(of: Map<string, number>, values: readonly string[]): void {
  for (const value of new Set(values)) of.set(value, (of.get(value) ?? 0) + 1);
}
