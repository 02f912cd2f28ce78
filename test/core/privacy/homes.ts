import fc from 'fast-check';
import { latLngToCell } from 'h3-js';

/** Cells of a town of about 12 km, some a little larger than the threshold, most smaller, each once. */
export const homes = fc.uniqueArray(
  fc.record({
    cell: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.tuple(step(), step()).map(([x, y]) => latLngToCell(41.6 + y, -91.5 + x, 7)),
      },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    students: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 25 })),
  }),
  { maxLength: 9, selector: ({ cell }) => cell },
);

function step() {
  return fc.integer({ min: 0, max: 5 }).map((n) => n * 0.02);
}
