import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { GapResult } from '../../../core/gaps/gap.ts';
import { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { osmPbf } from '../../../scripts/demo/roads/osm-pbf.ts';
import { buildRoads } from '../../../scripts/roads/build-roads.ts';
import { checkExtract } from '../../../scripts/roads/check-extract.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { travelRows } from '../../../server/travel/kept/travel-collections.ts';
import { valhallaVersion } from '../../../server/travel/roads/open-valhalla.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { town } from '../../scripts/roads/small-net.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

describe('Gap runs by road', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;
  let folder: string;

  before(async function () {
    if ((await valhallaVersion()) === undefined) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'trellis-roads-'));
    const path = join(folder, 'town.osm.pbf');
    await writeFile(path, osmPbf(town(25, [-96.55, 40.46])));
    const build = { roadsDir: folder, path, builtAt: new Date(), say: () => {}, judge: async () => {} };
    await buildRoads({ ...build, checked: await checkExtract(path) });
    const env = { TRAVEL_ENGINE: 'roads', ROADS_DIR: folder };
    at = await testApp({ collections: [...allCollections], env });
    const little = littleTown({ studentCount: 60, schoolCount: 3 });
    const far = { type: 'Point' as const, coordinates: [-99.5, 40.5] as [number, number] };
    await storeTown(at.deps.db, {
      ...little,
      schools: little.schools.with(2, { ...little.schools[2]!, point: far }),
    });
    leader = await at.signIn({ role: 'district-leader' });
    runTasks(at.deps);
  });
  after(async () => {
    await at?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function run(mode: string): Promise<GapResult> {
    const asked = { terms: ['food-pantry'], minutes: 30, mode };
    const { id } = (await leader.post('/api/v1/gap-runs').send(asked).expect(202)).body;
    expect((await jobEnd(at.deps, id)).status).to.equal('complete');
    return GapResult.parse((await at.visitor().get(`/api/v1/gap-runs/${id}/result`).expect(200)).body);
  }

  it('go by the roads, say which places lie beside none, and keep the times', async () => {
    const { bySchool, travel } = await run('car');
    expect(bySchool.map(({ nearestMinutes }) => nearestMinutes !== null)).to.deep.equal([true, true, false]);
    expect(travel).to.deep.include({ engine: 'roads' });
    expect(travel!.doubts.map(({ code }) => code)).to.deep.equal(['travel-off-road']);
    expect(await at.deps.db.collection(travelRows.name).countDocuments()).to.be.greaterThan(2);
    expect(await run('car')).to.deep.include({ bySchool, travel });
  });

  it('say that by bus the straight line stood in', async () => {
    const { bySchool, travel } = await run('bus');
    expect(bySchool[2]!.nearestMinutes).to.be.greaterThan(60);
    expect(travel!.doubts.map(({ code }) => code)).to.deep.equal(['travel-estimated']);
  });

  it('have Where next say the same of its ways', async () => {
    const asked = { model: 'mclp', terms: ['food-pantry'], minutes: 30, sites: 1, candidates: 'schools' };
    for (const [mode, doubts] of [
      ['car', ['travel-off-road']],
      ['bus', ['travel-estimated']],
    ]) {
      const { id } = (
        await leader
          .post('/api/v1/siting-runs')
          .send({ ...asked, mode })
          .expect(202)
      ).body;
      expect((await jobEnd(at.deps, id)).status).to.equal('complete');
      const { travel } = SitingOutcome.parse(
        (await at.visitor().get(`/api/v1/siting-runs/${id}/result`).expect(200)).body,
      );
      expect(travel.doubts?.map(({ code }) => code)).to.deep.equal(doubts);
    }
  });
});
