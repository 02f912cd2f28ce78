import { existsSync } from 'node:fs';
import { expect } from 'chai';
import type { BoundingBox } from '../../../core/geo/point.ts';
import type { DirectoryTable } from '../../../core/imports/directory-table/directory-reader.ts';
import { mappingCrosswalk } from '../../../core/imports/import-mapping.ts';
import { importHsds } from '../../../server/imports/import-hsds.ts';
import { eligibility } from '../../core/eligibility/eligibility-data.ts';
import { memoryDirectory, memoryFindings, memoryStaging } from './memory-stores.ts';
import { crosswalks, district, taxonomy } from './test-import.ts';

/*
 * Real data that is not ours lies beside the project, if at all. docs/import.md tells these numbers, and those of two
 * larger tables that would take this test too long.
 */
const shared = new URL('../../../../shared/data/', import.meta.url).pathname;
const USA: BoundingBox = [-180, 13, -64, 72];

interface RealTable {
  path: string;
  table?: DirectoryTable;
  bounds?: BoundingBox;
  /** Organizations, services, places, services at places. */
  stored: number[];
  findings: Record<string, number>;
}

const SETS: readonly RealTable[] = [
  {
    path: 'pois/dc_libraries.csv',
    table: {
      everyRow: { organization_name: 'DC Public Library', city: 'Washington', state: 'DC', terms: 'library' },
    },
    stored: [1, 26, 26, 26],
    findings: { 'unknown-column': 1 },
  },
  {
    path: 'pois/dc_hospitals.csv',
    table: { everyRow: { city: 'Washington', state: 'DC' } },
    stored: [18, 18, 18, 18],
    findings: { 'unknown-column': 11, 'unmapped-term': 2 },
  },
  {
    path: 'pois/dc_primarycare.csv',
    table: {
      columns: { 'term:dental-care': 'DENTISTRY' },
      everyRow: { city: 'Washington', terms: 'primary-care' },
    },
    stored: [50, 50, 50, 50],
    findings: { 'unknown-column': 44, 'unmapped-term': 7 },
  },
  {
    path: 'pois/eastern_shore_va_snap_retailers.csv',
    bounds: USA,
    stored: [66, 66, 66, 66],
    findings: { 'unknown-column': 1, 'unmapped-term': 3 },
  },
  {
    path: 'pois/food_pantries_raw',
    table: { columns: { organization_name: 'food_bank' } },
    bounds: USA,
    stored: [440, 809, 816, 816],
    findings: {
      'unknown-column': 16,
      'html-removed': 243,
      'hours-as-text': 456,
      'missing-column': 1,
      'bad-date': 454,
      'hours-from-text': 64,
      'phone-extension': 28,
      'escaped-newline': 160,
      'bad-phone': 7,
      'no-place': 1,
      'conflicting-copies': 4,
      'unmapped-term': 4,
    },
  },
];

async function importTable(
  { path, table = {}, bounds = district.bounds }: RealTable,
  store = memoryDirectory(),
) {
  const run = { importId: 'x', source: 'real', taxonomy, eligibility, store, table };
  const result = await importHsds({
    ...run,
    input: `${shared}${path}`,
    district: { ...district, bounds },
    crosswalks: [
      mappingCrosswalk({
        ...(table.columns && { columns: { ...table.columns } }),
        everyRow: { ...table.everyRow },
      }),
      ...crosswalks,
    ],
    staging: memoryStaging(),
    findings: memoryFindings(),
  });
  const names = ['organizations', 'services', 'locations', 'services_at_locations'];
  return { result, store, stored: names.map((name) => store.collections.get(name)?.size ?? 0) };
}

const real = existsSync(`${shared}pois`) ? describe : describe.skip;

real('real tables of services (beside the project, in ../shared)', function () {
  this.timeout(60_000);

  for (const set of SETS) {
    it(`${set.path}: every row used or reported`, async () => {
      const { result, stored } = await importTable(set);
      expect(stored).to.deep.equal(set.stored);
      expect(result.findingsByCode).to.deep.equal(set.findings);
    });
  }
});
