import type { Random } from './random.ts';

/** Schools differ: from one student in eight behind to more than two in five. */
const LEAST_BEHIND = 0.12;
const MOST_BEHIND = 0.42;

const ATTRIBUTES = ['reading-level', 'math-level'] as const;

/**
 * Draws of a student what a school notes of those who are behind; of the others it notes nothing here, which keeps the
 * demo small. Each school has a share of its own, drawn when its first student comes.
 */
export function drawLevels(random: Random): (schoolId: string) => Record<string, string> {
  const shares = new Map<string, number>();
  return (schoolId) => {
    const share = shares.get(schoolId) ?? LEAST_BEHIND + random.next() * (MOST_BEHIND - LEAST_BEHIND);
    shares.set(schoolId, share);
    if (!random.chance(share)) return {};
    const behind = random.chance(0.3) ? ATTRIBUTES : [random.pick(ATTRIBUTES)];
    return Object.fromEntries(behind.map((name) => [name, random.chance(0.3) ? 'two-behind' : 'one-behind']));
  };
}
