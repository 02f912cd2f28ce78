/** A seeded source of numbers: the same seed gives the same demo district everywhere. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** low <= n <= high */
  int(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights need not add up to 1. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** Normal distribution, by the sum of twelve uniform numbers: exact enough, and free of Math.log. */
  normal(spread: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, whole-number arithmetic only. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (items) => items[int(0, items.length - 1)]!,
    weighted: (items) => pickByWeight(items, next()),
    shuffle: (items) => shuffled(items, int),
    normal: (spread) => spread * (Array.from({ length: 12 }, next).reduce((sum, x) => sum + x, 0) - 6),
  };
}

function pickByWeight<T>(items: readonly (readonly [T, number])[], share: number): T {
  let rest = share * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return items.at(-1)![0];
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], int: (low: number, high: number) => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = int(0, i);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
