import { join } from 'node:path';
import type { MakeRoom } from '../../../core/geo/k-d-tree.ts';
import { readColumns } from './read-columns.ts';

/** Who asks for what, and who offers it: the columns of a benchmark's folder, by their names in the files. */
export interface Instance {
  students: { lon: Float64Array; lat: Float64Array; lang: Uint8Array };
  /** Bit k of `mask`: offers category k. Bit l of `langs`: speaks language l. */
  services: { lon: Float64Array; lat: Float64Array; mask: Uint32Array; langs: Uint32Array };
  requests: { student: Uint32Array; cat: Uint8Array };
}

/** Bits of a mask. */
export const CATEGORIES = 32;

/** @throws Error naming file and row for what is no number, no place on Earth or not there */
export function readInstance(folder: string, makeRoom: MakeRoom): Instance {
  const doubles = (rows: number) => new Float64Array(makeRoom(8 * rows));
  const wholes = (rows: number) => new Uint32Array(makeRoom(4 * rows));
  const bytes = (rows: number) => new Uint8Array(makeRoom(rows));
  const students = readColumns(join(folder, 'students.csv'), (rows) => {
    return { lon: doubles(rows), lat: doubles(rows), lang: bytes(rows) };
  });
  const services = readColumns(join(folder, 'services.csv'), (rows) => {
    return { lon: doubles(rows), lat: doubles(rows), mask: wholes(rows), langs: wholes(rows) };
  });
  const requests = readColumns(join(folder, 'requests.csv'), (rows) => {
    return { student: wholes(rows), cat: bytes(rows) };
  });
  refuse('students.csv', students.lon, (i) => !isOnEarth(students, i), 'is nowhere on Earth');
  refuse('services.csv', services.lon, (i) => !isOnEarth(services, i), 'is nowhere on Earth');
  refuse('requests.csv', requests.cat, (i) => requests.cat[i]! >= CATEGORIES, 'has a category above 31');
  const count = students.lon.length;
  refuse('requests.csv', requests.student, (i) => requests.student[i]! >= count, 'is of no student');
  return { students, services, requests };
}

function isOnEarth({ lon, lat }: Pick<Instance['students'], 'lon' | 'lat'>, i: number): boolean {
  return Math.abs(lon[i]!) <= 180 && Math.abs(lat[i]!) <= 90;
}

function refuse(file: string, rows: ArrayLike<number>, isBad: (i: number) => boolean, why: string): void {
  for (let i = 0; i < rows.length; i++) if (isBad(i)) throw new Error(`${file}: ${i} ${why}`);
}
