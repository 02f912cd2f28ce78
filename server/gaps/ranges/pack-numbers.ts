import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Packed } from './range-collections.ts';

/** Numbers as they lie in memory, deflated: what a range counts is nearly all zeros. */
export function packNumbers(numbers: Float64Array): Buffer {
  return deflateRawSync(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), { level: 1 });
}

export function unpackNumbers(packed: Packed): Float64Array {
  const bytes = inflateRawSync(Buffer.isBuffer(packed) ? packed : packed.buffer);
  const numbers = new Float64Array(bytes.byteLength / Float64Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}

/** Columns one behind the other. */
export function joinColumns(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

export function splitColumns(all: Float64Array, columns: number): Float64Array[] {
  const size = all.length / columns;
  return Array.from({ length: columns }, (_, n) => all.subarray(n * size, (n + 1) * size));
}
