import { expect } from 'chai';
import { districtCommand } from '../../../scripts/command-line/district-command.ts';
import { readDistrict } from '../../../server/settings/district-store.ts';
import { testApp } from '../../support/app.ts';
import { refusalOf } from '../start/refusal-of.ts';
import { runCommand } from './run-command.ts';

const WHOLE = { name: 'Prairie', bounds: '-97,40,-96,41' };

describe('The district command', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  beforeEach(async () => {
    at = await testApp();
  });
  afterEach(() => at.close());

  const district = (values: Record<string, string>) => runCommand(at.deps, districtCommand, values);

  it('sets up the community', async () => {
    const { code, said } = await district({ ...WHOLE, timezone: 'America/Denver', units: 'kilometers' });
    expect(code).to.equal(0);
    const stored = await readDistrict(at.deps.db);
    expect(stored).to.deep.include({
      name: 'Prairie',
      bounds: [-97, 40, -96, 41],
      center: [-96.5, 40.5],
      timezone: 'America/Denver',
      units: 'kilometers',
      demo: false,
    });
    expect(JSON.parse(said)).to.deep.equal(stored);
  });

  it('changes what is named and leaves the rest', async () => {
    await district(WHOLE);
    const before = await readDistrict(at.deps.db);
    await district({ timezone: 'America/New_York' });
    expect(await readDistrict(at.deps.db)).to.deep.equal({ ...before, timezone: 'America/New_York' });
  });

  it('needs a name and bounds for a new community', async () => {
    for (const values of [{}, { name: 'Prairie' }, { bounds: WHOLE.bounds }] as Record<string, string>[]) {
      expect(await refusalOf(() => district(values))).to.include('--name and --bounds');
    }
    expect(await readDistrict(at.deps.db)).to.equal(null);
  });

  for (const bounds of [
    '-96,40,-97,41',
    '-97,41,-96,40',
    '-97,40,-96',
    '-197,40,-96,41',
    'here',
    '-97,40,-96,91',
  ]) {
    it(`refuses the bounds ${bounds}`, async () => {
      await district(WHOLE);
      expect(await refusalOf(() => district({ bounds })))
        .to.include(bounds)
        .and.to.include('west,south,east,north');
      expect(await readDistrict(at.deps.db)).to.deep.include({ bounds: [-97, 40, -96, 41] });
    });
  }

  it('sets from how many students on a figure is told, and refuses fewer than five', async () => {
    await district({ ...WHOLE, 'small-numbers': '20' });
    expect((await readDistrict(at.deps.db))?.smallNumbers).to.equal(20);
    for (const few of ['4', '0', '-10', '7.5', 'ten'])
      expect(await refusalOf(() => district({ 'small-numbers': few }))).to.include('from 5 to 100');
    expect((await readDistrict(at.deps.db))?.smallNumbers).to.equal(20);
  });

  it('refuses a time zone and units that are not known', async () => {
    expect(await refusalOf(() => district({ ...WHOLE, timezone: 'Prairie/Time' }))).to.include(
      'Prairie/Time',
    );
    expect(await refusalOf(() => district({ ...WHOLE, units: 'furlongs' }))).to.include(
      'miles or kilometers',
    );
  });
});
