import type { Crossing, Lattice } from './lattice.ts';
import type { OsmNet, OsmWay } from './osm-pbf.ts';

export type Tags = Readonly<Record<string, string>>;

/** Which lines of the lattice have a road, step by step. What is laid later takes the place of what lay there. */
export class RoadMap {
  /** Steps to the east and to the north, by their western or southern crossing. */
  private readonly east = new Map<string, Tags>();
  private readonly north = new Map<string, Tags>();

  private readonly lattice: Lattice;

  constructor(lattice: Lattice) {
    this.lattice = lattice;
  }

  /** Lays a road between two crossings of one line. */
  lay(from: Crossing, to: Crossing, tags: Tags): void {
    for (let column = Math.min(from.column, to.column); column < Math.max(from.column, to.column); column++)
      this.east.set(keyOf({ column, row: from.row }), tags);
    for (let row = Math.min(from.row, to.row); row < Math.max(from.row, to.row); row++)
      this.north.set(keyOf({ column: from.column, row }), tags);
  }

  /** Ways as long as they stay the same, with a point only where they end, bend or meet others. */
  toNet(): OsmNet {
    const points: OsmNet['points'][number][] = [];
    const numbers = new Map<string, number>();
    const numberOf = (crossing: Crossing): number => {
      const key = keyOf(crossing);
      const number = numbers.get(key) ?? points.push(this.lattice.pointOf(crossing)) - 1;
      numbers.set(key, number);
      return number;
    };
    const { columns, rows } = this.lattice;
    const ways: OsmWay[] = [];
    for (let row = 0; row <= rows; row++)
      ways.push(...this.waysOn(this.east, columns, (column) => ({ column, row }), numberOf));
    for (let column = 0; column <= columns; column++)
      ways.push(...this.waysOn(this.north, rows, (row) => ({ column, row }), numberOf));
    return { points, ways };
  }

  private waysOn(
    steps: ReadonlyMap<string, Tags>,
    length: number,
    crossingAt: (k: number) => Crossing,
    numberOf: (crossing: Crossing) => number,
  ): OsmWay[] {
    const ways: OsmWay[] = [];
    let way: { points: number[]; tags: Tags } | undefined;
    for (let k = 0; k <= length; k++) {
      const tags = steps.get(keyOf(crossingAt(k)));
      if (way && (tags !== way.tags || this.isMeeting(crossingAt(k))))
        way.points.push(numberOf(crossingAt(k)));
      if (tags === way?.tags) continue;
      way = tags && { points: [numberOf(crossingAt(k))], tags };
      if (way) ways.push(way);
    }
    return ways;
  }

  private isMeeting({ column, row }: Crossing): boolean {
    const [east, west] = [
      this.east.has(keyOf({ column, row })),
      this.east.has(keyOf({ column: column - 1, row })),
    ];
    const [north, south] = [
      this.north.has(keyOf({ column, row })),
      this.north.has(keyOf({ column, row: row - 1 })),
    ];
    return (east || west) && (north || south);
  }
}

function keyOf({ column, row }: Crossing): string {
  return `${column},${row}`;
}
