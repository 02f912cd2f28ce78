import { existsSync } from 'node:fs';
import { expect } from 'chai';
import type { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import { importHsds } from '../../../server/imports/import-hsds.ts';
import { importSchools } from '../../../server/imports/import-schools.ts';
import { handChecked } from '../../core/duplicates/hand-checked.ts';
import { eligibility } from '../../core/eligibility/eligibility-data.ts';
import { memoryDirectory, memoryFindings, memoryStaging } from './memory-stores.ts';
import { crosswalks, district, taxonomy } from './test-import.ts';

/* Real data that is not ours lies beside the project, if at all. docs/import.md tells these numbers. */
const shared = new URL('../../../../shared/', import.meta.url).pathname;

async function hsds(path: string, store = memoryDirectory(), bounds = district.bounds) {
  const options = {
    importId: 'x',
    source: 'real',
    district: { ...district, bounds },
    taxonomy,
    eligibility,
    crosswalks,
  };
  const result = await importHsds({
    ...options,
    input: `${shared}${path}`,
    store,
    staging: memoryStaging(),
    findings: memoryFindings(),
  });
  const stored = ['organizations', 'services', 'locations', 'services_at_locations'].map(
    (name) => store.collections.get(name)?.size ?? 0,
  );
  return { result, stored, store };
}

/** docs/benchmarks.md tells these numbers. */
function expectHandChecked({ collections }: ReturnType<typeof memoryDirectory>): void {
  const all = <T>(name: string) => [...collections.get(name)!.values()] as unknown as T[];
  const { tuned, heldOut } = handChecked({
    organizations: all<Organization>('organizations'),
    locations: all<Location>('locations'),
    services: all<Service>('services'),
    links: all<ServiceAtLocation>('services_at_locations'),
  });
  expect([tuned.pairs, heldOut.pairs]).to.deep.equal([100, 100]);
  expect(tuned.precision).to.be.at.least(0.66);
  expect(tuned.recall).to.be.at.least(0.83);
  expect(heldOut.precision).to.be.at.least(0.71);
  expect(heldOut.recall).to.be.at.least(0.9);
}

const real = existsSync(`${shared}data/hsds`) ? describe : describe.skip;

real('real directories (beside the project, in ../shared)', function () {
  this.timeout(120_000);

  it('DC inventory of 2023: everything used or reported, and nothing new the second time', async () => {
    const { result, stored, store } = await hsds('data/hsds/dc_cri_2023');
    expect(stored).to.deep.equal([399, 1640, 1197, 2112]);
    expect(result.counts.services).to.deep.equal({
      read: 1656,
      added: 1640,
      changed: 0,
      unchanged: 0,
      refused: 16,
    });
    expect(result.counts.schedules).to.deep.include({ read: 7019, refused: 5740 });
    expect(result.findingsByCode).to.deep.include({
      'point-zero': 87,
      'point-missing': 133,
      'point-outside': 63,
      'point-placeholder': 5,
      'hours-empty': 5740,
      'misplaced-time': 834,
      'midnight-to-midnight': 35,
      'bad-phone': 11,
      'no-organization': 16,
      'duplicate-row': 1313,
    });
    expect([result.findings, result.unmappedTerms.length]).to.deep.equal([12_918, 0]);
    const qualities = [...store.collections.get('locations')!.values()].map(
      ({ pointQuality }) => pointQuality,
    );
    expect(qualities.filter((quality) => quality === 'exact')).to.have.length(909);
    const again = await hsds('data/hsds/dc_cri_2023', store);
    for (const { added, changed } of Object.values(again.result.counts))
      expect([added, changed]).to.deep.equal([0, 0]);
    expectHandChecked(store);
  });

  it("Ohana's sample: services find their organizations through their places", async () => {
    const { result, stored } = await hsds(
      'data/hsds/ohana_sample',
      memoryDirectory(),
      [-123, 37, -121.5, 38.2],
    );
    expect(stored).to.deep.equal([8, 23, 22, 23]);
    expect(result.findings).to.equal(14);
  });

  for (const [path, stored, findings] of [
    ['data/hsds/hsds3_spec_examples/csv', [1, 1, 1, 1], 9],
    ['reference/hsds/3.0/examples/csv', [1, 1, 1, 1], 9],
    ['reference/hsds/3.1-dev/examples/csv', [1, 1, 1, 1], 13],
    ['reference/hsds/3.0/examples/service_full.json', [1, 1, 1, 1], 4],
    ['reference/hsds/3.0/examples/organization_full.json', [1, 1, 1, 1], 4],
    ['reference/hsds/3.1-dev/examples/service_full.json', [1, 1, 1, 1], 5],
    ['reference/hsds/3.1-dev/examples/organization_full.json', [1, 1, 1, 1], 5],
    ['reference/hsds/3.1-dev/examples/service_at_location_full.json', [1, 1, 1, 1], 5],
    ['reference/hsds/3.1-dev/examples/tabular.json', [1, 1, 1, 1], 9],
    ['data/hsds/oruk3_mocks/V3.0-UK-Test/service_list.json', [1, 1, 0, 0], 127],
  ] as const) {
    it(`HSDS 3 example ${path}`, async () => {
      const run = await hsds(path);
      expect([run.stored, run.result.findings]).to.deep.equal([stored, findings]);
    });
  }

  for (const [path, added, refused] of [
    ['data/schools/tulsa_public_schools_2026.csv', 85, 0],
    ['data/schools/tulsa_public_schools_2026.geojson', 85, 0],
    ['data/schools/ri_public_schools_nces_2024_25.geojson', 316, 0],
    ['data/schools/ri_private_schools_pss_2021_22.geojson', 86, 0],
    ['data/schools/dc_charters_schools.csv', 113, 4],
    ['data/schools/dc_dcps_schools.csv', 111, 0],
    ['data/oregon/nces.csv', 1265, 3743],
  ] as const) {
    it(`schools of ${path}`, async () => {
      const world = { ...district, bounds: [-180, -90, 180, 90] as const };
      const options = {
        importId: 'x',
        source: 'real',
        district: { ...world, bounds: [...world.bounds] as [number, number, number, number] },
      };
      const result = await importSchools({
        ...options,
        input: `${shared}${path}`,
        store: memoryDirectory(),
        staging: memoryStaging(),
        findings: memoryFindings(),
      });
      expect(result.counts.schools).to.deep.include({ added, refused });
    });
  }
});
