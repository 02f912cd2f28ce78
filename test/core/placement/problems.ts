import fc from 'fast-check';
import type { PlacementProblem } from '../../../core/placement/problem.ts';

export interface Row {
  urgency: number;
  /** [service, score], each service once. */
  edges: [number, number][];
}

export function problemOf(
  rows: readonly Row[],
  capacity: readonly number[],
  urgent: boolean,
): PlacementProblem {
  const first = new Uint32Array(rows.length + 1);
  rows.forEach(({ edges }, r) => {
    first[r + 1] = first[r]! + edges.length;
  });
  const edges = rows.flatMap((row) => row.edges);
  return {
    first,
    service: Uint32Array.from(edges, ([service]) => service),
    score: Int32Array.from(edges, ([, score]) => score),
    capacity: Int32Array.from(capacity),
    ...(urgent && { urgency: Uint8Array.from(rows, ({ urgency }) => urgency) }),
  };
}

export interface Sizes {
  requests: number;
  services: number;
  urgent?: boolean;
}

/** Few different scores, so that ties are common, or many; places of nobody, of few and of more than all. */
export function anyRow(services: number): fc.Arbitrary<Row> {
  const score = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 10_000 }),
    fc.constant(500),
  );
  return fc.record({
    urgency: fc.integer({ min: 1, max: 3 }),
    edges: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: services - 1 }), score), {
      maxLength: services,
      selector: ([service]) => service,
    }),
  });
}

export const anyCapacity = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 1, arbitrary: fc.constant(1000) },
);

export function anyProblem({ requests, services, urgent }: Sizes): fc.Arbitrary<PlacementProblem> {
  return fc
    .integer({ min: 1, max: services })
    .chain((count) =>
      fc
        .tuple(
          fc.array(anyRow(count), { maxLength: requests }),
          fc.array(anyCapacity, { minLength: count, maxLength: count }),
          urgent === undefined ? fc.boolean() : fc.constant(urgent),
        )
        .map(([rows, capacity, withUrgency]) => problemOf(rows, capacity, withUrgency)),
    );
}
