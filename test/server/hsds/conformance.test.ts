import { expect } from 'chai';
import { HSDS_PROFILE } from '../../../core/hsds/profile.ts';
import { hasHsdsReference, hsdsValidator } from '../../support/hsds-schema.ts';
import { demoDirectory, hsdsTown } from './hsds-town.ts';

/** Each list with the schema of what is on it: basic, whole, and one by itself. */
const LISTS = [
  { path: '/services', basic: 'compiled/service_list', full: 'compiled/service' },
  { path: '/organizations', basic: 'compiled/organization_list', full: 'compiled/organization' },
  {
    path: '/service_at_locations',
    basic: 'compiled/service_at_location_list',
    full: 'compiled/service_at_location',
  },
  { path: '/taxonomies', basic: 'taxonomy', full: 'taxonomy' },
  { path: '/taxonomy_terms', basic: 'taxonomy_term', full: 'taxonomy_term' },
] as const;

const profile = new Set(HSDS_PROFILE.fields.map(({ field }) => field));

(hasHsdsReference ? describe : describe.skip)('HSDS 3.1, by its own schemas, of the demo', () => {
  let town: Awaited<ReturnType<typeof hsdsTown>>;
  before(async () => {
    town = await hsdsTown();
    await town.put(await demoDirectory(3));
  });
  after(() => town.close());

  for (const { path, basic, full } of LISTS) {
    it(`has every record of ${path} right: on pages, streamed whole, and alone`, async () => {
      const [isBasic, isFull] = [hsdsValidator(basic, profile), hsdsValidator(full, profile)];
      const page = await town.get(`${path}?per_page=50`);
      expect(page.contents).to.not.be.empty;
      for (const item of page.contents) expect(isBasic(item), item.id).to.deep.equal([]);
      const whole = await town.lines(`${path}?format=ndjson&full=true`);
      expect(whole).to.have.lengthOf(page.total_items);
      for (const item of whole) expect(isFull(item), String(item.id)).to.deep.equal([]);
      const alone = await town.get(`${path}/${page.contents[0].id}`);
      expect(isFull(alone)).to.deep.equal([]);
      expect(alone).to.deep.equal(whole.find(({ id }) => id === alone.id));
    });
  }
});
