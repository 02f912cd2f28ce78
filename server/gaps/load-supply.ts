import type { Connection } from 'mongoose';
import { type Supply, supplyOf } from '../../core/access/supply-of.ts';
import type { Rules } from '../rules.ts';
import { readOffersOf } from './gap-world.ts';

/** The places that give any of the terms, or what lies below them, as the public may know them. */
export async function loadSupply(
  db: Connection,
  { access }: Pick<Rules, 'access'>,
  terms: readonly string[],
): Promise<Supply> {
  return supplyOf(await readOffersOf(db, terms), access);
}
