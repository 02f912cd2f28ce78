import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { latLngToCell } from 'h3-js';
import type { Response } from 'supertest';
import type { Route } from '../../../server/http/route.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { allRoutes } from '../../../server/routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { noteUnmet } from '../../../server/unmet/note-unmet.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

/** What figures about students are called, in JSON and as columns of CSV. */
const FIGURE =
  /^(students|covered|unmet|urgent|matched|needs|needsMatched|shouldHave|computed|unchanged|people|studentsFrom|studentsTo|inTimeBefore|inTimeAfter|times)$/;
/** Places that are in time of nothing have nobody: that follows from a public map. */
const MAY_BE_NONE = /^(people|inTimeBefore|inTimeAfter)$/;
/** A school year that is over, so that what was noted in it may be told. */
const PAST_YEAR = 2020;
/** A school of four, and cells in which few live. */
const SMALL = 'school-2';

describe('Every aggregate that leaves the server', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let routes: Route[];
  const runs: Record<string, string> = {};
  const people: Record<string, Agent> = {};

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = littleTown({ studentCount: 90, schoolCount: 2 });
    const small = littleTown({ studentCount: 12, schoolCount: 3 });
    const fourMore = small.students
      .filter(({ schoolId }) => schoolId === SMALL)
      .map((student) => ({ ...student, id: `small-${student.id}` }));
    const live = (n: number) => latLngToCell(40.5, -96.5 + (n % 7) * 0.03, 7);
    const children = [...town.students, ...fourMore].map((student, n) => ({
      ...student,
      homeCell: live(n * n),
    }));
    await storeTown(at.deps.db, { ...town, schools: small.schools, students: children });
    runTasks(at.deps);
    const leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    runs.match = await end(leader, '/match-runs', { scope: 'district' });
    const asked = { terms: ['reading-tutoring'], minutes: 15, mode: 'bus' };
    runs.all = await end(leader, '/gap-runs', { ...asked, demand: 'all' });
    runs.need = await end(leader, '/gap-runs', { ...asked, demand: 'need' });
    const measure = { method: '2sfca', limit: 15 };
    runs.access = await end(leader, '/gap-runs', { ...asked, measure, demandOf: 'students' });
    for (const [term, times] of [
      ['food-pantry', 14],
      ['robotics-coding', 3],
    ] as const)
      for (let n = 0; n < times; n += 1)
        await noteUnmet(at.deps, { term, source: 'search', at: new Date(`${PAST_YEAR}-10-05`) });
    runs.siting = await end(leader, '/siting-runs', { ...asked, model: 'mclp', sites: 1 });
    routes = allRoutes(at.deps).filter(({ method }) => method === 'get');
    people.visitor = at.visitor();
    for (const role of ['partner', 'community-leader', 'family'] as const)
      people[role] = await at.signIn(role);
    for (const schoolId of ['school-0', SMALL])
      people[`staff of ${schoolId}`] = await at.signIn({ role: 'staff', schoolIds: [schoolId] });
  });
  after(() => at.close());

  async function end(agent: Agent, path: string, body: object): Promise<string> {
    const { id } = (await agent.post(`/api/v1${path}`).send(body).expect(202)).body;
    await jobEnd(at.deps, id);
    return id;
  }

  /** Addresses to try for a route: those that it knows of the records that there are. */
  function addressesOf({ path }: Route): string[] {
    const plain = path.replace(/[{}]/g, '');
    const ids = /^\/(?:schools|assessments)\//.test(plain)
      ? ['school-0', SMALL]
      : /^\/(?:gap|match|siting)-runs\//.test(plain)
        ? runsOf(plain)
        : plain.startsWith('/co-location/')
          ? ['location-0', 'location-17']
          : [randomUUID()];
    const queries = plain.startsWith('/what-if-snapshots')
      ? ['students', 'need'].map((demand) => `?terms=reading-tutoring&demand=${demand}`)
      : plain === '/demand'
        ? ['?of=students', '?of=need&term=reading-tutoring']
        : /\.(csv|geojson)$/.test(plain)
          ? ['?by=school', '?by=cell']
          : plain.startsWith('/co-location')
            ? ['', '?minutes=5&mode=walk']
            : plain === '/unmet'
              ? ['', `?year=${PAST_YEAR}`]
              : [''];
    const filled = plain.includes(':id') ? ids.map((id) => plain.replace(':id', id)) : [plain];
    return filled.flatMap((address) => queries.map((query) => `/api/v1${address}${query}`));
  }

  function runsOf(path: string): string[] {
    const { match, siting, ...gaps } = runs;
    if (path.startsWith('/gap-runs')) return Object.values(gaps);
    return [path.startsWith('/match-runs') ? match! : siting!];
  }

  /** The figures that a route tells, asked as everybody, of everything, at once. */
  async function figuresOf(route: Route): Promise<Told[]> {
    const asked = addressesOf(route).flatMap((address) =>
      Object.entries(people).map(async ([who, agent]) => {
        const reply = await agent.get(address).buffer(true).parse(asText);
        const figures = reply.status === 200 ? figuresIn(reply.body as string, reply.type) : [];
        return figures.map(([name, value]) => ({ name, value, where: `${address} for ${who}` }));
      }),
    );
    return (await Promise.all(asked)).flat();
  }

  it('tells those who may not see small numbers of no handful, and stands in the table of docs/privacy.md', async () => {
    const documented = await readFile(new URL('../../../docs/privacy.md', import.meta.url), 'utf8');
    const telling = new Set<string>();
    for (const route of routes) {
      const figures = await figuresOf(route);
      if (figures.length > 0) telling.add(`GET ${route.path}`);
      for (const { name, value, where } of figures)
        expect(
          value >= 10 || (value === 0 && MAY_BE_NONE.test(name)),
          `${name} ${value} of ${where}`,
        ).to.equal(true);
    }
    expect([...telling]).to.include.members([
      'GET /gap-runs/:id/result',
      'GET /gap-runs/:id.csv',
      'GET /gap-runs/:id.geojson',
      'GET /siting-runs/:id/result',
      'GET /schools/:id/needs',
      'GET /co-location/:id',
      'GET /what-if-snapshots',
      'GET /demand',
      'GET /unmet',
    ]);
    for (const name of telling) expect(documented, name).to.include(`\`${name}\``);
  });

  it('tells nothing at all of the small school but what is public', async () => {
    for (const id of [runs.all, runs.need, runs.access]) {
      const { body } = await at.visitor().get(`/api/v1/gap-runs/${id}/result`).expect(200);
      const row = body.bySchool.find((each: { id: string }) => each.id === SMALL);
      expect(row).to.include({
        students: null,
        covered: null,
        share: null,
        end: null,
        unmet: null,
        hidden: true,
      });
      expect(row.nearestMinutes).to.be.a('number');
    }
    const staff = people[`staff of ${SMALL}`]!;
    const { body } = await staff.get(`/api/v1/schools/${SMALL}/needs`).expect(200);
    expect(body).to.include({ students: null, threshold: 10 });
    expect(body.items).to.deep.equal([]);
  });

  it('tells of every school within the total: nothing is in a sum that is not told', async () => {
    const { body } = await at.visitor().get(`/api/v1/gap-runs/${runs.all}/result`).expect(200);
    const sum = (rows: { students: number | null }[]) =>
      rows.reduce((all, { students }) => all + (students ?? 0), 0);
    expect(body.total.students).to.equal(sum(body.bySchool)).and.to.equal(sum(body.byCell)).and.to.equal(90);
  });
});

interface Told {
  name: string;
  value: number;
  where: string;
}

/** Every figure about students in an answer, with its name. */
function figuresIn(text: string, type: string): [string, number][] {
  if (type === 'text/csv') return figuresOfCsv(text);
  if (!type.includes('json')) return [];
  const found: [string, number][] = [];
  const look = (value: unknown, key = ''): void => {
    if (typeof value === 'number' && FIGURE.test(key)) found.push([key, value]);
    else if (value && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) look(part, Array.isArray(value) ? key : name);
  };
  look(JSON.parse(text));
  return found;
}

function figuresOfCsv(text: string): [string, number][] {
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.flatMap((line) =>
    line
      .split(',')
      .flatMap((field, n): [string, number][] =>
        FIGURE.test(columns[n] ?? '') && field !== '' ? [[columns[n] ?? '', Number(field)]] : [],
      ),
  );
}

/** The answer as it came over the wire. */
function asText(res: Response, done: (error: Error | null, body: string) => void): void {
  let text = '';
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk) => (text += chunk));
  stream.on('end', () => done(null, text));
}
