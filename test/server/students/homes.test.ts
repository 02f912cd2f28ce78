import { expect } from 'chai';
import { getResolution, isValidCell, latLngToCell } from 'h3-js';
import { ROLES } from '../../../core/accounts/role.ts';
import { createJob } from '../../../server/jobs/job-store.ts';
import { allRoutes } from '../../../server/routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { computeGapRun } from '../../../workers/compute-gaps.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { LONELY_HOME, movingTown } from '../directory/moving-town.ts';

const THRESHOLD = 10;
const SCOPE = {
  schoolIds: ['school-0', 'school-1', 'school-2', 'school-3'],
  studentIds: ['student-0', 'student-57'],
};

describe('Homes of students', function () {
  this.timeout(120_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let run: string;
  /** How many students live in each cell. */
  let living: Map<string, number>;
  const agents = new Map<string, Agent>();

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = movingTown(at.deps);
    await town.settle();
    const params = { terms: ['food-pantry'], minutes: 15, mode: 'car', demand: 'all' };
    run = (await createJob(at.deps.db, { kind: 'gaps', params, step: 'waiting' })).id;
    await computeGapRun(at.deps, run);
    living = new Map();
    for (const { homeCell } of await at.deps.db.collection('students').find().toArray())
      living.set(homeCell, (living.get(homeCell) ?? 0) + 1);
    agents.set('visitor', at.visitor());
    for (const role of ROLES) agents.set(role, await at.signIn({ role, ...SCOPE }));
  });
  after(() => at.close());

  const lonely = latLngToCell(LONELY_HOME[1], LONELY_HOME[0], 7);
  const isSmall = (cell: string) => (living.get(cell) ?? 0) > 0 && living.get(cell)! < THRESHOLD;

  it('are three together where too few live, for this test to mean something', () => {
    expect(living.get(lonely)).to.equal(3);
    expect(isSmall(lonely)).to.equal(true);
  });

  it('are in no answer of any route as a cell in which fewer than 10 students live, but the own record', async () => {
    const ids: Record<string, string> = {
      students: 'student-57',
      schools: 'school-1',
      locations: 'location-open-1',
      services: 'service-open-1',
    };
    const paths = allRoutes(at.deps)
      .filter(({ method, path }) => method === 'get' && !path.endsWith('/events'))
      .map(({ path }) => path.replace(':id', ids[path.split('/')[1]!] ?? run))
      .flatMap((path) => (path.includes(run) ? [path, `${path}?by=cell`] : [path]))
      .filter((path) => !path.startsWith('/students/student-57'));
    let cells = 0;
    const ask = async (who: string, agent: Agent, path: string) => {
      const { text } = await agent.get(`/api/v1${path}`);
      const found = cellsIn(text ?? '');
      cells += found.length;
      expect(found.filter(isSmall), `${who} ${path}`).to.deep.equal([]);
    };
    for (const [who, agent] of agents) await Promise.all(paths.map((path) => ask(who, agent, path)));
    expect(cells, 'cells that are told at all').to.be.greaterThan(0);
  });

  it('are told by cell only of as many students as may be told of', async () => {
    const { body } = await at.visitor().get(`/api/v1/gap-runs/${run}/result`).expect(200);
    expect(body.byCell).not.to.have.length(0);
    for (const { id, students } of body.byCell) expect(students, id).to.be.at.least(THRESHOLD);
  });

  it('are a cell of about 5 km², and nothing finer, to those who may see the student', async () => {
    for (const role of ['coordinator', 'staff', 'family', 'administrator'] as const) {
      const { body } = await agents.get(role)!.get('/api/v1/students/student-57').expect(200);
      expect(body.student.homeCell).to.equal(lonely);
      expect(getResolution(body.student.homeCell)).to.be.at.most(7);
      expect(JSON.stringify(body.student)).not.to.match(/"\w*(?:lat|lon|latitude|longitude|point|street)"/i);
    }
  });
});

/** Everything in a text that is an H3 cell. */
function cellsIn(text: string): string[] {
  return (text.match(/\b8[0-9a-f]{14}\b/g) ?? []).filter(isValidCell);
}
