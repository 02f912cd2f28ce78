import type { Arranged } from './arrange.ts';

/** Who could come to a service: the rows of service s are row[first[s]] to row[first[s + 1] − 1], with their scores. */
export interface Incoming {
  first: Uint32Array;
  row: Uint32Array;
  score: Uint16Array;
  late?: LateEdges;
}

/** Edges that came later, from number `from` on: for each service a list from `head` by `next`, ended by -1. */
export interface LateEdges {
  from: number;
  head: Int32Array;
  next: Int32Array;
  row: Uint32Array;
}

export function incomingOf({ first, service, score, wanted }: Arranged): Incoming {
  const begin = new Uint32Array(wanted.length + 1);
  for (let at = 0; at < wanted.length; at++) begin[at + 1] = begin[at]! + wanted[at]!;
  const place = begin.slice();
  const row = new Uint32Array(first.at(-1)!);
  const incoming = new Uint16Array(row.length);
  for (let r = 0; r < first.length - 1; r++)
    for (let edge = first[r]!, end = first[r + 1]!; edge < end; edge++) {
      const at = service[edge]!;
      const to = place[at]!;
      place[at] = to + 1;
      row[to] = r;
      incoming[to] = score[edge]!;
    }
  return { first: begin, row, score: incoming };
}
