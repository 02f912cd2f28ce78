/** The sets that a student of the attacked school may be in, as bits. */
const SETS = {
  'students reading': 1,
  'students phonics': 2,
  'students music': 4,
  'unmet reading': 8,
  'unmet phonics': 16,
} as const;
type SetName = keyof typeof SETS;

/** Every student with the narrower is in the wider. */
const NESTED: readonly [narrower: SetName, wider: SetName][] = [
  ['students phonics', 'students reading'],
  ['unmet reading', 'students reading'],
  ['unmet phonics', 'students phonics'],
  ['unmet phonics', 'unmet reading'],
];

/** Every kind of student that there can be. */
const KINDS = Array.from({ length: 32 }, (_, bits) => bits).filter((bits) =>
  NESTED.every(([narrower, wider]) => !(bits & SETS[narrower]) || bits & SETS[wider]),
);

export interface Finding {
  name: string;
  least: number;
  most: number;
}

/**
 * Goes through all tables (how many students of each kind) of so many students that agree with what is known, and says
 * within which bounds that leaves each set, each overlap of up to three and each remainder.
 */
export function tryEveryTable(students: number, known: ReadonlyMap<string, { students: number }>): Finding[] {
  const targets = targetsOf().map(({ name, holds }) => ({
    name,
    kinds: KINDS.flatMap((bits, kind) => (holds(bits) ? [kind] : [])),
  }));
  const findings = targets.map(({ name }) => ({ name, least: Number.POSITIVE_INFINITY, most: -1 }));
  const wanted = Object.entries(SETS).flatMap(([name, bit]) => {
    const count = known.get(name)?.students;
    return count === undefined ? [] : [{ bit, count }];
  });
  const table = KINDS.map(() => 0);

  function look(): void {
    for (const [n, { kinds }] of targets.entries()) {
      const finding = findings[n]!;
      let count = 0;
      for (const kind of kinds) count += table[kind]!;
      finding.least = Math.min(finding.least, count);
      finding.most = Math.max(finding.most, count);
    }
  }

  /** Fills the kinds from `kind` on; what is still missing of each known set must come out as 0. */
  function fill(kind: number, left: number, missing: readonly number[]): void {
    if (missing.some((count) => count < 0 || count > left)) return;
    if (kind === KINDS.length - 1) {
      table[kind] = left;
      if (wanted.every(({ bit }, n) => missing[n] === (KINDS[kind]! & bit ? left : 0))) look();
      return;
    }
    for (let count = 0; count <= left; count++) {
      table[kind] = count;
      const rest = missing.map((lacks, n) => (KINDS[kind]! & wanted[n]!.bit ? lacks - count : lacks));
      fill(kind + 1, left - count, rest);
    }
  }

  fill(
    0,
    students,
    wanted.map(({ count }) => count),
  );
  return findings;
}

/** Every conjunction of up to three of the sets or of what is outside them, except those that hold nobody. */
function targetsOf(): { name: string; holds(bits: number): boolean }[] {
  const names = Object.keys(SETS) as SetName[];
  const literals = names.flatMap((name) => [
    { name, holds: (bits: number) => (bits & SETS[name]) > 0 },
    { name: `not ${name}`, holds: (bits: number) => !(bits & SETS[name]) },
  ]);
  const conjunctions = literals.flatMap((a, i) =>
    literals.slice(i).flatMap((b, j) =>
      literals.slice(i + j).map((c) => ({
        name: [...new Set([a.name, b.name, c.name])].join(' and '),
        holds: (bits: number) => a.holds(bits) && b.holds(bits) && c.holds(bits),
      })),
    ),
  );
  return conjunctions.filter(({ holds }) => KINDS.some(holds));
}
