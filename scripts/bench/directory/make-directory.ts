import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PER_ORGANIZATION = 40;
const PER_LOCATION = 8;
const TERMS = ['Food Pantries', 'Tutoring', 'Dental Care', 'Counseling', 'Shelter', 'After School Care'];

/** Writes a directory of so many services in seven tables of HSDS, and gives how many rows they have. */
export async function makeDirectory(folder: string, services: number): Promise<number> {
  await mkdir(folder, { recursive: true });
  const organizations = Math.ceil(services / PER_ORGANIZATION);
  const locations = Math.ceil(services / PER_LOCATION);
  const tables: [string, string, number, (n: number) => string][] = [
    ['organizations', 'id,name,description', organizations, (n) => `o${n},Organization ${n},Helps people`],
    [
      'locations',
      'id,name,organization_id,latitude,longitude',
      locations,
      (n) =>
        `l${n},Place ${n},o${Math.floor((n * PER_LOCATION) / PER_ORGANIZATION)},${place(n, 35)},${place(n * 7, -100)}`,
    ],
    [
      'physical_addresses',
      'id,location_id,address_1,city,state_province,postal_code,country',
      locations,
      (n) => `a${n},l${n},${n} Main Street,Alder,MO,65201,US`,
    ],
    [
      'services',
      'id,organization_id,name,description,status,eligibility_description,url',
      services,
      (n) =>
        `s${n},o${Math.floor(n / PER_ORGANIZATION)},${TERMS[n % TERMS.length]} ${n},"Every week, for all who come",active,Ages 5 to 17,https://example.org/${n}`,
    ],
    [
      'services_at_location',
      'id,service_id,location_id',
      services,
      (n) => `sl${n},s${n},l${Math.floor(n / PER_LOCATION)}`,
    ],
    [
      'phones',
      'id,service_id,number',
      services,
      (n) => `p${n},s${n},(573) 555-${String(n % 10_000).padStart(4, '0')}`,
    ],
    [
      'schedules',
      'id,service_id,freq,byday,opens_at,closes_at',
      services,
      (n) => `h${n},s${n},WEEKLY,"MO,WE,FR",09:00,17:00`,
    ],
  ];
  let rows = 0;
  for (const [name, header, count, row] of tables) {
    await pipeline(
      Readable.from(linesOf(header, count, row)),
      createWriteStream(join(folder, `${name}.csv`)),
    );
    rows += count;
  }
  return rows;
}

function* linesOf(header: string, count: number, row: (n: number) => string): Iterable<string> {
  yield `${header}\n`;
  for (let n = 0; n < count; n++) yield `${row(n)}\n`;
}

/** Spread over ten degrees. */
function place(n: number, from: number): string {
  return (from + ((n * 7919) % 100_000) / 10_000).toFixed(5);
}
