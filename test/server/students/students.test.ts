import { expect } from 'chai';
import type { z } from 'zod';
import type { RoleGrant } from '../../../core/accounts/role.ts';
import { School } from '../../../core/schools/school.ts';
import type { Circumstances } from '../../../core/students/circumstances.ts';
import { Student } from '../../../core/students/student.ts';
import { matchCollections } from '../../../server/matches/match-collections.ts';
import { schoolCollections } from '../../../server/schools/school-collection.ts';
import { changeStudent } from '../../../server/students/named-student-store.ts';
import { studentCollections } from '../../../server/students/student-collection.ts';
import { studentRoutes } from '../../../server/students/student-routes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { countedConnection } from '../directory/counted-connection.ts';

const SCHOOLS = [
  { id: 'north', name: 'North', districtId: 'd-1' },
  { id: 'south', name: 'South', districtId: 'd-1' },
  { id: 'away', name: 'Away', districtId: 'd-2' },
].map((school) => School.parse({ ...school, source: { system: 'test', id: school.id } }));

function aStudent(given: Partial<z.input<typeof Student>> & { id: string }): Student {
  return Student.parse({
    source: { system: 'test', id: given.id },
    districtId: 'd-1',
    schoolId: 'north',
    localId: given.id.toUpperCase(),
    grade: 4,
    ...given,
  });
}

const STUDENTS = [
  aStudent({
    id: 'n-1',
    needs: [
      { term: 'reading-tutoring', urgency: 3 },
      { term: 'academic', urgency: 1 },
      { term: 'arts', urgency: 1 },
    ],
    homeCell: '872664c1effffff',
  }),
  aStudent({ id: 'n-2', localId: 'N.2' }),
  aStudent({ id: 's-1', schoolId: 'south' }),
  aStudent({ id: 'a-1', schoolId: 'away', districtId: 'd-2' }),
];

/** Who sees and who changes which student. Everything else is 404, or 403 for a role that has no students at all. */
const MATRIX: { who: z.input<typeof RoleGrant>; sees: string[]; changes: string[]; lists: boolean }[] = [
  {
    who: { role: 'administrator' },
    sees: ['n-1', 's-1', 'a-1'],
    changes: ['n-1', 's-1', 'a-1'],
    lists: true,
  },
  { who: { role: 'district-leader', districtId: 'd-1' }, sees: ['n-1', 's-1'], changes: [], lists: true },
  { who: { role: 'district-leader' }, sees: ['n-1', 's-1', 'a-1'], changes: [], lists: true },
  { who: { role: 'coordinator', schoolIds: ['north'] }, sees: ['n-1'], changes: ['n-1'], lists: true },
  { who: { role: 'coordinator' }, sees: [], changes: [], lists: true },
  { who: { role: 'staff', schoolIds: ['south', 'away'] }, sees: ['s-1', 'a-1'], changes: [], lists: true },
  { who: { role: 'family', studentIds: ['n-1'] }, sees: ['n-1'], changes: [], lists: false },
  { who: { role: 'community-leader' }, sees: [], changes: [], lists: false },
  { who: { role: 'partner', organizationIds: ['org-1'] }, sees: [], changes: [], lists: false },
];
const ASKED = ['n-1', 's-1', 'a-1'];
const CIRCUMSTANCES_FOR = { administrator: true, coordinator: true, family: true };
const KNOWN: Circumstances = {
  gender: 'nonbinary',
  incomeBand: { maximumFpl: 130 },
  programs: { snap: true, wic: false },
  attributes: { 'first-generation': 'yes' },
};

describe('Students', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let counted: ReturnType<typeof countedConnection>;

  before(async () => {
    at = await testApp({
      routes: (deps) => {
        counted = countedConnection(deps.config.mongodb.database);
        return studentRoutes({ ...deps, db: counted.db });
      },
      collections: [...studentCollections, ...schoolCollections, ...matchCollections],
    });
    await insert('schools', SCHOOLS);
    await insert('matches', [
      aMatch('run-2', 2, true, { 'reading-tutoring': 2, academic: 0 }),
      aMatch('run-1', 1, true, { 'reading-tutoring': 0, academic: 0 }),
      aMatch('run-3', 3, false, { 'reading-tutoring': 0, academic: 5 }),
    ]);
  });
  after(async () => {
    await counted.db.close();
    await at.close();
  });
  beforeEach(async () => {
    await at.deps.db.collection('students').deleteMany({});
    await insert('students', STUDENTS);
  });

  async function insert(collection: string, records: { id: string }[]): Promise<void> {
    await at.deps.db
      .collection(collection)
      .insertMany(
        records.map(({ id, ...rest }) => ({ _id: id as never, ...rest, contentHash: 'secret-hash' })),
      );
  }
  const list = (agent: Agent, query = '') => agent.get(`/api/v1/students${query}`);
  const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

  for (const { who, sees, changes, lists } of MATRIX) {
    const name = `${who.role} ${JSON.stringify({ ...who, role: undefined })}`;

    it(`are seen by ${name}: ${sees.join(', ') || 'none'}`, async () => {
      const agent = await at.signIn(who);
      for (const id of ASKED) {
        const { status, body } = await agent.get(`/api/v1/students/${id}`);
        if (sees.includes(id)) expect([status, body.student.id]).to.deep.equal([200, id]);
        else expect([403, 404]).to.include(status);
      }
    });

    it(`are seen with circumstances by ${name}: ${sees.filter(() => who.role in CIRCUMSTANCES_FOR).join(', ') || 'none'}`, async () => {
      const db = at.deps.db;
      for (const id of ASKED)
        await changeStudent({ db, sealing: at.deps.sealing }, id, { circumstances: KNOWN }, at.deps.clock());
      const agent = await at.signIn(who);
      for (const id of sees) {
        const { body } = await agent.get(`/api/v1/students/${id}`).expect(200);
        const shown = who.role in CIRCUMSTANCES_FOR;
        expect(body.student.circumstances).to.deep.equal(shown ? KNOWN : undefined);
        if (!shown) expect(JSON.stringify(body)).not.to.match(/nonbinary|snap|first-generation/);
      }
    });

    it(`are changed by ${name}: ${changes.join(', ') || 'none'}`, async () => {
      const agent = await at.signIn(who);
      for (const id of ASKED) {
        const { status } = await agent.patch(`/api/v1/students/${id}`).send({ languages: ['es'] });
        const { languages } = (await at.deps.db.collection('students').findOne({ _id: id as never }))!;
        expect(languages).to.deep.equal(changes.includes(id) ? ['es'] : []);
        expect(changes.includes(id) ? [200] : [403, 404]).to.include(status);
      }
    });

    it(`are listed for ${name}: ${lists ? sees.join(', ') || 'none' : 'refused'}`, async () => {
      const agent = await at.signIn(who);
      if (!lists) return list(agent).expect(403);
      const { body } = await list(agent).expect(200);
      expect(idsOf(body).filter((id) => id !== 'n-2')).to.have.members(sees);
      for (const { id } of SCHOOLS) {
        const sees1 = STUDENTS.some((student) => student.schoolId === id && sees.includes(student.id));
        await list(agent, `?school=${id}`).expect(sees1 ? 200 : 404);
      }
    });
  }

  it('are nobody else’s', async () => {
    await at.visitor().get('/api/v1/students').expect(401);
    await at.visitor().get('/api/v1/students/n-1').expect(401);
  });

  it('that do not exist look like those one may not see', async () => {
    const agent = await at.signIn({ role: 'staff', schoolIds: ['north'] });
    const [missing, closed] = await Promise.all(
      ['none', 's-1'].map((id) => agent.get(`/api/v1/students/${id}`).expect(404)),
    );
    expect(missing!.body).to.deep.equal(closed!.body);
  });

  describe('in a list', () => {
    let staff: Agent;
    before(async () => {
      staff = await at.signIn({ role: 'staff', schoolIds: ['north'] });
    });

    it('show what the newest matching says of the needs of today', async () => {
      const { body } = await list(staff).expect(200);
      expect(body.items[0]).to.include({ id: 'n-1', matchedNeeds: 1, unmetNeeds: 1 });
    });

    it('show no number before any matching', async () => {
      const { body } = await list(staff).expect(200);
      expect(body.items[1]).to.include({ id: 'n-2', matchedNeeds: null, unmetNeeds: null });
    });

    it('show nothing of home and of the importer', async () => {
      const { text } = await list(staff).expect(200);
      expect(text).not.to.match(/homeCell|872664|secret-hash/);
    });

    const search = (body: object) => staff.post('/api/v1/students/search').send(body);
    const found = async (q: string) => idsOf((await search({ q }).expect(200)).body);

    it('are found by any part of their number, taken literally', async () => {
      expect(await found('n.')).to.deep.equal(['n-2']);
      expect(await found('N-')).to.deep.equal(['n-1']);
      expect(await found('-1')).to.deep.equal(['n-1']);
      expect(await found('(')).to.deep.equal([]);
      expect(await found('')).to.deep.equal(['n-1', 'n-2']);
    });

    it('are found by name, never through an address, and never beyond one’s schools', async () => {
      const administrator = await at.signIn('administrator');
      for (const [id, given] of [
        ['n-2', 'Maribel'],
        ['s-1', 'Marcus'],
      ]) {
        const name = { given, family: 'Quill' };
        await administrator.patch(`/api/v1/students/${id}`).send({ name }).expect(200);
      }
      expect(await found('mar quill')).to.deep.equal(['n-2']);
      const { body } = await search({ q: 'quill', school: 'north' }).expect(200);
      expect(body.items[0]).to.deep.include({ id: 'n-2', name: { given: 'Maribel', family: 'Quill' } });
      await search({ q: 'quill', school: 'south' }).expect(404);
      await list(staff, '?q=quill').expect(400);
    });

    it('come in pages', async () => {
      const first = (await list(staff, '?perPage=1')).body;
      const second = (await list(staff, '?perPage=1&page=2')).body;
      expect([...idsOf(first), ...idsOf(second)]).to.deep.equal(['n-1', 'n-2']);
      expect(first).to.include({ total: 2, page: 1, perPage: 1 });
      await list(staff, '?perPage=101').expect(400);
    });

    it('ask as often for many students as for one', async () => {
      await list(staff);
      const few = await counted.countDuring(() => list(staff).expect(200));
      await insert(
        'students',
        Array.from({ length: 60 }, (_, n) => aStudent({ id: `many-${n}` })),
      );
      expect(await counted.countDuring(() => list(staff, '?perPage=100').expect(200))).to.equal(few);
    });
  });

  describe('that are changed', () => {
    let coordinator: Agent;
    before(async () => {
      coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['north'] });
    });
    const change = (body: object) => coordinator.patch('/api/v1/students/n-1').send(body);

    it('keep what was not given', async () => {
      const { body } = await change({ travelModes: ['car', 'car'] }).expect(200);
      expect(body).to.include({ id: 'n-1', grade: 4 });
      expect(body.travelModes).to.deep.equal(['car']);
      expect(body.needs).to.have.length(3);
      expect(body).not.to.have.any.keys('contentHash', 'updatedAt', '_id');
    });

    it('take name, date of birth, contacts and notes, and give new contacts an id', async () => {
      const given = {
        name: { given: 'Maribel', family: 'Quill' },
        birthDate: '2016-05-04',
        notes: 'Likes birds.',
      };
      const contact = { name: 'Zulema Quill', relation: 'parent', mayConsent: true };
      const { body } = await change({ ...given, contacts: [contact] }).expect(200);
      expect(body).to.deep.include({ ...given, birthMonth: '2016-05' });
      const [{ id, ...rest }] = body.contacts;
      expect(rest).to.deep.equal(contact);
      const again = await change({ contacts: [{ ...contact, id, phone: '555 0142' }] }).expect(200);
      expect(again.body.contacts).to.deep.equal([{ ...contact, id, phone: '555 0142' }]);
      const read = await coordinator.get('/api/v1/students/n-1').expect(200);
      expect(read.body.student).to.deep.equal(again.body);
    });

    it('take needs, interests and free times', async () => {
      const given = {
        needs: [{ term: 'arts', urgency: 2, since: '2026-01-05' }],
        interests: [{ term: 'sports-play', strength: 3 }],
        freeTimes: [{ day: 'MO', from: '15:00', to: '18:00' }],
      };
      const { body } = await change(given).expect(200);
      expect(body).to.deep.include(given);
    });

    const refused: [object, string][] = [
      [{ needs: [{ term: 'witchcraft', urgency: 1 }] }, 'needs.0.term'],
      [{ needs: [{ term: 'arts', urgency: 4 }] }, 'needs.0.urgency'],
      [
        {
          interests: [
            { term: 'arts', strength: 1 },
            { term: 'arts', strength: 2 },
          ],
        },
        'interests.1.term',
      ],
      [{ freeTimes: [{ day: 'MO', from: '18:00', to: '15:00' }] }, 'freeTimes.0.to'],
      [{ travelModes: ['rocket'] }, 'travelModes.0'],
      [{ languages: ['Spanish!'] }, 'languages.0'],
      [{ name: { given: '', family: 'Quill' } }, 'name.given'],
      [{ birthDate: '2016-02-31' }, 'birthDate'],
      [{ contacts: [{ name: 'Z', relation: 'friend', mayConsent: false }] }, 'contacts.0.relation'],
      [
        {
          contacts: ['a', 'b'].map((name) => ({ id: 'c', name, relation: 'parent', mayConsent: false })),
        },
        'contacts.1.id',
      ],
      [{ schoolId: 'south' }, ''],
      [{ homeCell: 'x' }, ''],
    ];
    for (const [body, path] of refused) {
      it(`are not changed by ${JSON.stringify(body)}`, async () => {
        const { body: problem } = await change(body).expect(400);
        expect(problem.errors[0].path).to.equal(path);
      });
    }
  });
});

function aMatch(runId: string, runNumber: number, current: boolean, found: Record<string, number>) {
  const wishes = Object.entries(found).map(([term, count]) => ({ kind: 'need', term, found: count }));
  const interest = { kind: 'interest', term: 'arts', found: 1 };
  const id = `${runId}:n-1`;
  return {
    id,
    runId,
    runNumber,
    current,
    studentId: 'n-1',
    schoolId: 'north',
    wishes: [...wishes, interest],
  };
}
