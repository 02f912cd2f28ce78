import { expect } from 'chai';
import { z } from 'zod';
import { ROLES } from '../../../core/accounts/role.ts';
import { actionSpec } from '../../../core/policy/actions.ts';
import { auditEntries, entriesOf } from '../../../server/audit/audit-collections.ts';
import { auditSigner } from '../../../server/audit/audit-signer.ts';
import { createAuditTrail } from '../../../server/audit/audit-trail.ts';
import { route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';
import type { AccessRow, Asker } from '../access/row.ts';
import { accessRows } from '../access/rows.ts';
import { buildWorld, type Scope, type World } from '../access/world.ts';
import { readEntries } from './check-chain.ts';

interface Asking {
  agent?: Agent;
  scope?: Scope;
}

/** Every route that tells of students, from the table of routes: one that is added later is asked too. */
describe('Every route that tells of students', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let world: World;
  let rows: AccessRow[];
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    world = await buildWorld(at);
    const telling = allRoutes(at.deps).filter(({ action }) => actionSpec(action!).aboutStudents);
    const names = telling.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    rows = accessRows.filter((row) => names.includes(row.route));
    expect(rows).to.have.length(names.length).above(3);
  });
  after(() => at.close());

  it('has the reading in the log, with who and of whom', async () => {
    for (const row of rows) {
      const earlier = (await readEntries(at.deps.db)).length;
      // What is done away with is the neighbour's: the others are still asked about this one.
      const scope = row.really ? 'sibling' : 'own';
      const reply = await ask(row, { scope });
      expect(
        reply.status < 300 || row.alsoOpen?.includes(reply.status),
        `${row.route} ${reply.status}`,
      ).to.equal(true);
      const [entry, ...more] = (await readEntries(at.deps.db)).slice(earlier);
      expect(more, row.route).to.deep.equal([]);
      expect(entry?.studentIds, row.route).to.include(world.corners[scope].studentId);
      expect(entry?.actor.roles, row.route).to.deep.equal([askerOf(row)]);
      expect(entry?.why, row.route).to.be.a('string');
    }
  });

  it('leaves nothing in the log about who may not see it', async () => {
    const earlier = (await readEntries(at.deps.db)).length;
    for (const row of rows)
      await ask(row, { agent: world.agents[ROLES.find((role) => !namesOf(row).includes(role))!] });
    expect(await readEntries(at.deps.db)).to.have.length(earlier);
  });

  it('shows nothing and changes nothing when the log cannot be written', async () => {
    const { sealing, config, rules, log } = at.deps;
    const full = hookedDatabase(at.deps.db, auditEntries, 'insertMany', () => {
      throw new Error('no more space');
    });
    const whole = at.deps.audit.record;
    const signer = auditSigner(config.keyRing);
    at.deps.audit.record = createAuditTrail({
      db: full,
      sealing,
      signer,
      reasons: rules.reasons,
      log,
    }).record;
    const before = await studentRecords();
    for (const row of rows) {
      const { status, body } = await ask(row);
      expect(`${row.route} ${status} ${body.code}`).to.equal(`${row.route} 503 log-unavailable`);
      expect(JSON.stringify(body)).to.not.contain(world.corners.own.studentId);
    }
    expect(await studentRecords()).to.deep.equal(before);
    at.deps.audit.record = whole;
  });

  async function studentRecords() {
    return at.deps.db.collection('students').find().sort({ _id: 1 }).toArray();
  }

  function askerOf({ opens }: AccessRow): Asker {
    if (typeof opens === 'string') throw new Error('a route about students is open to everybody');
    return Object.keys(opens)[0] as Asker;
  }

  function namesOf({ opens }: AccessRow): string[] {
    return Object.keys(opens);
  }

  function ask(row: AccessRow, { agent = world.agents[askerOf(row)], scope = 'own' }: Asking = {}) {
    const [method = '', pattern = ''] = row.route.split(' ');
    const address = row.path?.(world, scope) ?? pattern;
    const request = agent[method.toLowerCase() as 'get'](`/api/v1${address}`);
    const body = row.really ?? row.body;
    return body ? request.send(body(world, scope)) : request;
  }
});

describe('A handler of an action about students', () => {
  it('fails when it answers without having said which', async () => {
    const at = await testApp({
      routes: [
        route({
          method: 'get',
          path: '/silent',
          action: 'students.list',
          returns: z.unknown(),
          handle: ({ access }) => ({ open: access.may({ schoolIds: ['a'] }), secret: 'Ana' }),
        }),
        route({
          method: 'get',
          path: '/school',
          action: 'students.list',
          returns: z.unknown(),
          handle: async ({ access }) => {
            await access.must({ schoolIds: ['a'] });
            return { secret: 'Ana' };
          },
        }),
        route({
          method: 'get',
          path: '/nobody',
          action: 'students.list',
          returns: z.unknown(),
          handle: async ({ access }) => {
            access.may({ schoolIds: ['a'] });
            await access.saw([]);
            return { items: [] };
          },
        }),
      ],
    });
    const agent = await at.signIn({ role: 'staff', schoolIds: ['a'] });
    for (const path of ['/silent', '/school']) {
      const silent = await agent.get(`/api/v1${path}`).expect(500);
      expect(JSON.stringify(silent.body), path).to.not.contain('Ana');
    }
    await agent.get('/api/v1/nobody').expect(200);
    expect(await entriesOf(at.deps.db).countDocuments()).to.equal(0);
    await at.close();
  });
});
