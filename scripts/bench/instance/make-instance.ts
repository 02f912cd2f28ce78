import { join } from 'node:path';
import { type Random, seededRandom } from '../../demo/random.ts';
import { lineWriter } from './line-writer.ts';

/** The same seed and sizes give the same files. */
export const SEED = 20261122;
export const CATEGORIES = 12;
const LANGUAGES = 7;
const TOWNS = 40;
/** West, south and the sides of a square of two degrees, as a large rural district has them; more follow eastward. */
const DISTRICT = { west: -89, south: 40, side: 2 };
/** Of students and services; the others live anywhere. */
const IN_TOWN = 0.87;

interface Town {
  lon: number;
  lat: number;
  /** Standard deviation in degrees. */
  spread: number;
}

/** Where row n lives, as it is written. */
type Place = (row: number) => string;

export interface Made {
  requests: number;
  capacity: number;
}

/**
 * Writes students.csv, services.csv and requests.csv row by row: towns of very different size (Zipf), 12 categories of
 * which the first is asked for and offered six times as often as the last, one to three requests a student. Several
 * districts lie side by side and share all evenly: as many times the work of one, no denser than one.
 */
export function makeInstance(students: number, services: number, folder: string, districts = 1): Made {
  const random = seededRandom(SEED);
  const places = Array.from({ length: districts }, (_, n) =>
    placer(random, DISTRICT.west + n * DISTRICT.side),
  );
  const place: Place = (row) => places[row % districts]?.() ?? '';
  const capacity = writeServices(join(folder, 'services.csv'), services, random, place);
  const requests = writeStudents(folder, students, random, place);
  return { requests, capacity };
}

function writeServices(path: string, count: number, random: Random, place: Place): number {
  const file = lineWriter(path, 'id,lon,lat,mask,cap,langs');
  const category = categoryPicker(random);
  let capacity = 0;
  for (let id = 0; id < count; id++) {
    const mask = (1 << category()) | (random.chance(0.3) ? 1 << category() : 0);
    // Many with a few places, few with many: median 6, mean 11.
    const cap = 1 + Math.floor(40 * random.next() ** 3);
    let langs = 1;
    for (let l = 1; l < LANGUAGES; l++) if (random.chance(0.2)) langs |= 1 << l;
    file.write(`${id},${place(id)},${mask},${cap},${langs}`);
    capacity += cap;
  }
  file.close();
  return capacity;
}

function writeStudents(folder: string, count: number, random: Random, place: Place): number {
  const students = lineWriter(join(folder, 'students.csv'), 'id,lon,lat,grade,lang,days');
  const requests = lineWriter(join(folder, 'requests.csv'), 'id,student,cat');
  const category = categoryPicker(random);
  let request = 0;
  for (let id = 0; id < count; id++) {
    const lang = random.chance(0.75) ? 0 : random.int(1, LANGUAGES - 1);
    students.write(`${id},${place(id)},${random.int(0, 12)},${lang},${random.int(1, 31)}`);
    const wishes = new Set([category()]);
    if (random.chance(0.4)) wishes.add(category());
    if (random.chance(0.16)) wishes.add(category());
    for (const cat of wishes) requests.write(`${request++},${id},${cat}`);
  }
  students.close();
  requests.close();
  return request;
}

/** Longitude and latitude as they are written, of one district. */
function placer(random: Random, west: number): () => string {
  const { south, side } = DISTRICT;
  const towns: readonly (readonly [Town, number])[] = Array.from({ length: TOWNS }, (_, rank) => [
    {
      lon: west + side * random.next(),
      lat: south + side * random.next(),
      spread: 0.02 + 0.06 * random.next(),
    },
    1 / (rank + 1),
  ]);
  const inDistrict = (value: number, from: number) => value >= from && value < from + side;
  return function place(): string {
    const town = random.weighted(towns);
    const [lon, lat] = random.chance(IN_TOWN)
      ? [town.lon + random.normal(town.spread), town.lat + random.normal(town.spread * 0.75)]
      : [west + side * random.next(), south + side * random.next()];
    if (!inDistrict(lon, west) || !inDistrict(lat, south)) return place();
    return `${lon.toFixed(7)},${lat.toFixed(7)}`;
  };
}

function categoryPicker(random: Random): () => number {
  const weights = Array.from({ length: CATEGORIES }, (_, k) => [k, 1 / (k + 1) ** 0.7] as const);
  return () => random.weighted(weights);
}
