import { readdirSync, readFileSync } from 'node:fs';
import type { District } from '../../../core/district/district.ts';
import { Crosswalk } from '../../../core/taxonomy/crosswalk.ts';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';
import type { HsdsImport } from '../../../server/imports/hsds-import.ts';
import { importHsds } from '../../../server/imports/import-hsds.ts';
import { eligibility } from '../../core/eligibility/eligibility-data.ts';
import { memoryDirectory, memoryFindings, memoryStaging } from './memory-stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

const data = new URL('../../../data/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'));

export const taxonomy = parseTaxonomy(json('taxonomy/whole-child.json'));
export const crosswalks = readdirSync(new URL('crosswalks', data))
  .sort()
  .map((name) => Crosswalk.parse(json(`crosswalks/${name}`)));

export const district: District = {
  id: 'district',
  name: 'Test',
  bounds: [-77.6, 38.5, -76.5, 39.4],
  center: [-77, 38.9],
  timezone: 'America/New_York',
  units: 'miles',
  homeResolution: 7,
  demo: false,
};

/** Imports files into memory and gives what became of them. */
export async function importFiles(
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<HsdsImport> = {},
) {
  const folder = temporaryFolder(files);
  const store = memoryDirectory();
  const findings = memoryFindings();
  const staging = memoryStaging();
  try {
    const run = {
      importId: 'test',
      input: folder.path,
      source: 'test',
      district,
      taxonomy,
      eligibility,
      crosswalks,
      store,
      staging,
      findings,
    };
    const result = await importHsds({ ...run, ...options });
    const all = (name: string) => [...(store.collections.get(name)?.values() ?? [])];
    const bySource = (name: string) =>
      new Map(all(name).map((record) => [(record.source as { id: string }).id, record]));
    const codes = () =>
      findings.items.map(({ code, action, file, line }) => `${file}:${line} ${code} ${action}`);
    return { result, findings: findings.items, codes, all, bySource, staging, store };
  } finally {
    folder.remove();
  }
}
