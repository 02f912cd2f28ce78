import { classWorth, stakes } from './class-values.ts';
import type { Placement, PlacementProblem } from './problem.ts';

/** Edges of request r that some optimal placement could take: edge[first[r]] to edge[first[r + 1] − 1]. */
export interface TightEdges {
  first: Uint32Array;
  edge: Uint32Array;
}

/** Edges for which profit and price together are just what the edge is worth. Every optimal placement takes only those. */
export function tightEdges(problem: PlacementProblem, { price, profit }: Placement): TightEdges {
  const stake = stakes(problem, classWorth(problem));
  const first = new Uint32Array(problem.first.length);
  const edges: number[] = [];
  for (let request = 0; request < profit.length; request++) {
    for (let edge = problem.first[request]!; edge < problem.first[request + 1]!; edge++) {
      const slack =
        profit[request]! + price[problem.service[edge]!]! - stake[request]! - problem.score[edge]!;
      if (slack === 0) edges.push(edge);
    }
    first[request + 1] = edges.length;
  }
  return { first, edge: Uint32Array.from(edges) };
}
