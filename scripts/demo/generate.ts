import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoFiles } from './demo-files.ts';
import { makeDemo } from './make-demo.ts';
import { makeRoads } from './roads/make-roads.ts';
import { osmPbf } from './roads/osm-pbf.ts';

/** Writes data/demo anew: `node scripts/bootstrap.mjs scripts/demo/generate.ts`. The same code writes the same bytes. */
const folder = join(import.meta.dirname, '../../data/demo');

const demo = makeDemo();
const roads = osmPbf(makeRoads(demo.district.bounds));

for (const [name, content] of [...demoFiles(demo), ['roads.osm.pbf', roads] as const]) {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  console.log(`${name}: ${(content.length / 1024).toFixed(0)} KB`);
}
