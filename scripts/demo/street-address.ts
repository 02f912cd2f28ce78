import type { Random } from './random.ts';
import type { Settlement } from './settlements.ts';

export function streetAddress(settlement: Settlement, random: Random): string {
  return `${random.int(1, 9)}${random.int(10, 98)} ${random.pick(settlement.streets)}`;
}

export function roadAddress(random: Random): string {
  return `${random.int(41, 79)}${random.int(100, 999)} Road ${random.int(401, 478)}`;
}

/** 555-0100 to 555-0199 are kept for fiction; extensions tell the many apart. */
export function demoPhone(index: number): string {
  const extension = Math.floor(index / 100);
  const number = `308-555-01${String(index % 100).padStart(2, '0')}`;
  return extension === 0 ? number : `${number} ext. ${extension}`;
}
