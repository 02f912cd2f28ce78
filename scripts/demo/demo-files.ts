import { hsdsCsv } from './examples/hsds-csv.ts';
import { schoolsCsv } from './examples/schools-csv.ts';
import { studentsCsv } from './examples/students-csv.ts';
import type { DemoInput } from './make-demo.ts';

/** The files of data/demo, by path; one record a line, so that a change is a line in a diff. */
export function demoFiles(demo: DemoInput): Map<string, string> {
  const { district, organizations, services, locations, servicesAtLocations } = demo;
  const { schools, students, people, areas } = demo;
  return new Map([
    ['district.json', `${JSON.stringify(district)}\n`],
    ['directory.json', lists({ organizations, services, locations, servicesAtLocations })],
    ['schools.json', lines(schools)],
    ['students.json', lines(students)],
    ['people.json', lines(people)],
    ['areas.geojson', `{"type": "FeatureCollection", "features": ${lines(areas).trimEnd()}}\n`],
    ['examples/schools.csv', schoolsCsv(schools)],
    ['examples/students.csv', studentsCsv(demo)],
    ...[...hsdsCsv()].map(([name, content]): [string, string] => [`examples/hsds/${name}`, content]),
  ]);
}

function lists(parts: Readonly<Record<string, readonly unknown[]>>): string {
  const entries = Object.entries(parts).map(([name, items]) => `"${name}": ${lines(items).trimEnd()}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

function lines(items: readonly unknown[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}
