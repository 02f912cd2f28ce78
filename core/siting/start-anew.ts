import type { Facilities } from './facilities.ts';
import { interchange } from './interchange.ts';
import { type Opening, openColumns } from './opening.ts';

/**
 * Other plans to begin from: columns that the climb chose often, with some noise, then what exchanges make of them (as in
 * M. Resende and R. Werneck, 2004, but led by the bound). Exchanges alone end in the nearest plan that no single one of
 * them betters. The same problem gives the same starts.
 */
export function* startAnew(
  f: Facilities,
  share: Float64Array,
  { starts, seed, isOver }: { starts: number; seed: number; isOver(): boolean },
): Generator<Opening> {
  const noise = noiseFrom(seed);
  for (let start = 0; start < starts && !isOver(); start++) {
    const likely = share.map((own) => own + NOISE * noise());
    const columns = Array.from(f.site.keys()).sort((a, b) => likely[b]! - likely[a]!);
    const opening = openColumns(f, withinLimits(f, columns));
    interchange(f, opening, isOver);
    yield opening;
  }
}

/** Against a share from 0 to 1: enough to change a few columns, not enough to forget what the bound says. */
const NOISE = 0.7;

function withinLimits({ p, budget, draw }: Facilities, columns: readonly number[]): number[] {
  const open: number[] = [];
  let drawn = 0;
  for (const column of columns) {
    if (open.length === p) break;
    if (drawn + draw[column]! > budget) continue;
    open.push(column);
    drawn += draw[column]!;
  }
  return open;
}

/** Numbers from 0 to below 1 (T. Ettinger's mulberry32). */
function noiseFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
