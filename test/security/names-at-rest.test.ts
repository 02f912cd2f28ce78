import { expect } from 'chai';
import request from 'supertest';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { saveDistrict } from '../../server/settings/district-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { type Agent, signInWith, testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { dumpDatabase, dumpRedis, wordsIn } from './dump.ts';
import { type PartProcess, startPart } from './part-process.ts';

/** None of these words means anything else, so that a find is a leak. */
const FAMILIES = ['Zorvanell', 'Quibbleth', 'Ñandúrez', 'Vexholm'];
const GIVEN = ['Maribelda', 'Tiburcio', 'Jørgenia', 'Obadiella'];
const CONTACT = ['Hyacintha', 'xylo.contact@example.org', '308-555-0177'];
const NOTES = ['fears thunderclaps', 'gathers beetles'];
const BIRTHS = ['2016-05-04', '05/04/2016'];
const CIRCUMSTANCES = ['nonbinary', 'mckinney-vento'];
const WORDS = [...FAMILIES, ...GIVEN, ...CONTACT, ...NOTES, ...BIRTHS, ...CIRCUMSTANCES];

const ROSTER = [
  'student_id,first_name,last_name,school,grade,dob,needs,guardian,guardian_email,guardian_phone,notes,gender,programs',
  ...Array.from({ length: 1500 }, (_, n) =>
    [
      `R-${n}`,
      GIVEN[n % GIVEN.length],
      FAMILIES[(n >> 2) % FAMILIES.length],
      'school-0',
      n % 9,
      n % 2 === 0 ? BIRTHS[0] : BIRTHS[1],
      'reading-tutoring:2',
      `${CONTACT[0]} ${FAMILIES[n % FAMILIES.length]}`,
      CONTACT[1],
      CONTACT[2],
      NOTES[0],
      ...CIRCUMSTANCES,
    ].join(','),
  ),
  // Rows that are refused: what is told of them must not repeat them.
  `R-bad,${GIVEN[0]},${FAMILIES[0]},nowhere,99,${GIVEN[1]},${FAMILIES[1]},x,${GIVEN[2]},${FAMILIES[2]},${NOTES[0]},${CIRCUMSTANCES[0]}y,${CIRCUMSTANCES[1]}s`,
  `R-long,${GIVEN[0]},${FAMILIES[0]},school-0,4,${BIRTHS[0]},,,,,${NOTES[0]},${CIRCUMSTANCES[0]},,surplus ${FAMILIES[3]}`,
].join('\n');

describe('Names, contacts and notes', function () {
  this.timeout(180_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let api: PartProcess;
  let worker: PartProcess | undefined;
  let administrator: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: 2 }));
    await saveDistrict(at.deps.db, {
      id: 'district',
      name: 'Test',
      bounds: [-98, 40, -95, 42],
      center: [-96.5, 40.5],
      timezone: 'America/Chicago',
      units: 'miles',
      homeResolution: 7,
      demo: false,
    });
    api = await startPart('server', at.deps.config);
    const { email } = await at.createAccount('administrator');
    administrator = await signInWith(request.agent(`http://127.0.0.1:${api.port}`), email);
  });
  after(async () => {
    await worker?.end();
    await api?.end();
    await at.close();
  });

  /** Where any of the words lies in the open. */
  async function leaks(): Promise<string[]> {
    const dump = await dumpDatabase(at.deps.db);
    dump.set('redis', await dumpRedis(at.deps.redis, at.deps.config.redis.prefix));
    return [...dump].flatMap(([name, bytes]) => wordsIn(bytes, WORDS).map((word) => `${word} in ${name}`));
  }

  it('would be found where they lay in the open, in whatever dress', async () => {
    const plain = FAMILIES[2]!;
    const dresses = [
      plain.toUpperCase(),
      Buffer.from(`some ${plain} words`).toString('base64'),
      Buffer.from(plain).toString('hex'),
    ];
    for (const text of dresses) {
      await at.deps.db.collection('planted').insertOne({ text });
      expect(await leaks(), text).to.deep.equal([`${plain} in planted`]);
      await at.deps.db.collection('planted').drop();
    }
    const prefix = at.deps.config.redis.prefix;
    await at.deps.redis.hset(`${prefix}:planted`, 'field', GIVEN[1]!);
    expect(await leaks()).to.deep.equal([`${GIVEN[1]} in redis`]);
    await at.deps.redis.del(`${prefix}:planted`);
  });

  it('lie nowhere in the open: not while a roster waits, not while it is read, not afterwards', async () => {
    const { body: job } = await administrator
      .post('/api/v1/imports?kind=students&source=sis&filename=roster.csv')
      .set('content-type', 'text/csv')
      .send(ROSTER)
      .expect(202);
    expect((await dumpDatabase(at.deps.db)).get('uploads.chunks')?.length, 'it waits').to.be.above(
      ROSTER.length,
    );
    expect(await leaks(), 'while it waits').to.deep.equal([]);
    worker = await startPart('workers', at.deps.config);
    let ended = false;
    const watched = jobEnd(at.deps, job.id).finally(() => (ended = true));
    let sawStaging = false;
    while (!ended) {
      sawStaging ||= (await at.deps.db.collection('import_staging').countDocuments()) > 0;
      expect(await leaks(), 'while it is read').to.deep.equal([]);
    }
    expect((await watched).result).to.deep.include({ findings: 3 });
    expect(sawStaging).to.equal(true);
    expect(await at.deps.db.collection('students').countDocuments()).to.equal(1502);
    expect(await leaks(), 'afterwards').to.deep.equal([]);
  });

  it('are there for who may see them', async () => {
    const { body } = await administrator
      .post('/api/v1/students/search')
      .send({ q: 'NANDUREZ tibur', perPage: 1 })
      .expect(200);
    expect(body.total).to.be.above(50);
    const read = await administrator.get(`/api/v1/students/${body.items[0].id}`).expect(200);
    expect(read.body.student).to.deep.include({
      name: { given: GIVEN[1], family: FAMILIES[2] },
      birthDate: BIRTHS[0],
      notes: NOTES[0],
      circumstances: { gender: CIRCUMSTANCES[0], programs: { [CIRCUMSTANCES[1]!]: true } },
    });
    expect(read.body.student.contacts[0]).to.include({ email: CONTACT[1], phone: CONTACT[2] });
  });

  it('stay sealed through notes, matches, changes that are refused, and forgetting', async () => {
    const search = () => administrator.post('/api/v1/students/search').send({ q: 'R-1', perPage: 3 });
    const [one, two, three] = (await search().expect(200)).body.items as { id: string; localId: string }[];
    const address = (student: { id: string }) => `/api/v1/students/${student.id}`;
    await administrator.patch(address(one!)).send({ notes: NOTES[1] }).expect(200);
    const contact = { name: CONTACT[0], relation: 'parent', mayConsent: true, email: `${GIVEN[0]} at home` };
    await administrator
      .patch(address(two!))
      .send({ contacts: [contact] })
      .expect(400);
    await administrator.get(`/api/v1/students?q=${GIVEN[0]}`).expect(400);
    await administrator.delete(address(three!)).send({ number: FAMILIES[0] }).expect(400);
    await administrator.delete(address(three!)).send({ number: three!.localId }).expect(200);
    const run = await administrator.post('/api/v1/match-runs').send({ scope: 'district' }).expect(202);
    expect((await jobEnd(at.deps, run.body.id)).result).to.deep.include({ students: 1501 });
    expect(await at.deps.db.collection('matches').countDocuments()).to.equal(1501);
    expect(await leaks()).to.deep.equal([]);
  });

  it('are in no line of the log', () => {
    const written = Buffer.from(`${api.written()}\n${worker?.written()}`);
    expect(written.length).to.be.above(0);
    expect(wordsIn(written, WORDS)).to.deep.equal([]);
  });
});
