import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readPlacementProblem } from '../../../scripts/bench/instance/read-placement-problem.ts';

describe('readPlacementProblem', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-problem-'));
    await writeFile(join(folder, 'services.csv'), 'id,lon,cap\n0,1.5,2\n1,2.5,0\n');
    await writeFile(join(folder, 'requests.csv'), 'id,student,cat\n0,0,1\n1,0,2\n2,1,1\n3,1,2\n');
  });
  after(() => rm(folder, { recursive: true }));

  it('reads who could go where, also those who could go nowhere', async () => {
    await writeFile(
      join(folder, 'candidates.csv'),
      'request,rank,service,km,score\n1,1,0,0.5,7\n1,2,1,0.6,5\n2,1,1,1.25,900\n',
    );
    expect(readPlacementProblem(folder)).to.deep.equal({
      first: Uint32Array.of(0, 0, 2, 3, 3),
      service: Uint32Array.of(0, 1, 1),
      score: Int32Array.of(7, 5, 900),
      capacity: Int32Array.of(2, 0),
    });
  });

  it('refuses requests out of order and services that are not there', async () => {
    for (const line of ['0,1,0,0,5', '4,1,0,0,5', '2,1,2,0,5']) {
      await writeFile(
        join(folder, 'candidates.csv'),
        `request,rank,service,km,score\n1,1,0,0.5,7\n${line}\n`,
      );
      expect(() => readPlacementProblem(folder)).to.throw('does not belong here');
    }
  });
});
