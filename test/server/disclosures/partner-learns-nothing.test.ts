import { expect } from 'chai';
import { deliverDisclosure } from '../../../server/disclosures/deliver-disclosure.ts';
import type { Route } from '../../../server/http/route.ts';
import { readReferral } from '../../../server/referrals/referral-store.ts';
import { allRoutes } from '../../../server/routes.ts';
import { refusedAtDoor } from '../../support/refused-at-door.ts';
import { storeReferral } from '../access/shared-records.ts';
import { PARTNER, recorded, sharedTown, TERMS } from '../consents/shared-town.ts';

/** What is known of the student and nowhere else: number, names, contact, note, who noted the need, gender, income. */
const SECRETS = [
  'D-77431',
  'Zephyrine',
  'Quillfeather',
  '555-0188',
  'Ironwood',
  'wounded owl',
  'quiet-nurse',
  'nonbinary',
  'maximumFpl',
];
/** Terms stand in the taxonomy and in the questions for surveys, too; anywhere else they would be this student's. */
const NEED = 'vision-glasses';
const PUBLIC_TERMS = ['GET /taxonomy', 'GET /survey-bank'];

/** Ids that somebody might guess or have heard, for whatever part of an address asks for one. */
const IDS = ['student', 'school', 'org', 'service-of-org', 'district'];
/** What the school asks another partner for: for this one there is no such thing. */
const NOT_OURS = 'referral-of-other-org';

/**
 * Walks every route there is as a partner, with every id, and reads the answers. A route that is added later is walked
 * too: the table of routes is what is walked.
 */
describe('A partner', function () {
  this.timeout(120_000);
  let town: Awaited<ReturnType<typeof sharedTown>>;
  /** Routes that the first walk found closed to every partner: no consent changes what the door knows. */
  const closed = new Set<string>();
  before(async () => {
    // Every route with every id is more than one account may ask in a minute.
    town = await sharedTown({ REQUESTS_PER_MINUTE_ACCOUNT: '100000', REQUESTS_PER_MINUTE_ADDRESS: '100000' });
    await storeReferral(town.deps, NOT_OURS, { studentId: 'student', organizationId: 'other-org' });
  });
  after(() => town.close());

  async function answerOf(route: Route, id: string) {
    const address = `/api/v1${route.path.replace(/:\w+/g, id)}`;
    const request = town.partner[route.method](address);
    const reply = await (route.method === 'get' ? request : request.send({ records: ['needs'] }));
    expect(reply.status, address).to.not.equal(429);
    const body = reply.text ?? '';
    return { address, id, status: reply.status, body, text: `${body}${JSON.stringify(reply.headers)}` };
  }

  async function answersOf(route: Route, more: readonly string[]) {
    const [id, ...ids] = route.path.includes(':') ? [...IDS, ...more] : [''];
    const answer = await answerOf(route, id!);
    if (answer.status === 403 && refusedAtDoor(PARTNER, route)) {
      closed.add(nameOf(route));
      return [answer];
    }
    return [answer, ...(await Promise.all(ids.map((other) => answerOf(route, other))))];
  }

  /** What a route says of every id says nothing about this one. */
  async function saysOfAll(route: Route, id: string, body: string): Promise<boolean> {
    return (await answerOf(route, 'nobody')).body === body.replaceAll(id, 'nobody');
  }

  /** The answers of all routes that name something of the student, by address. */
  async function leaks(secrets: readonly string[], more: readonly string[] = []): Promise<string[]> {
    const found: string[] = [];
    for (const route of allRoutes(town.deps)) {
      const name = nameOf(route);
      // Signing out would end the walk.
      if (route.method === 'delete' || closed.has(name)) continue;
      const wanted = PUBLIC_TERMS.includes(name) ? secrets.filter((secret) => secret !== NEED) : secrets;
      for (const { address, text, id, status, body } of await answersOf(route, more)) {
        for (const secret of wanted)
          if (text.includes(secret)) found.push(`${secret} in ${name} (${address})`);
        if (id === NOT_OURS && status < 400 && !(await saysOfAll(route, id, body)))
          found.push(`${name} opens ${NOT_OURS}`);
      }
    }
    const still = await town.partner.get('/api/v1/session');
    expect(still.body.account, 'walked to the end as the partner').to.not.equal(null);
    return found;
  }

  it('learns of no student by any route, without a consent', async () => {
    expect(await leaks([...SECRETS, NEED], [NOT_OURS])).to.deep.equal([]);
    expect((await readReferral(town.deps.db, NOT_OURS))?.version, 'changed by nothing').to.equal(0);
  });

  it('learns with a consent for the needs of the needs, by the one route that hands them over', async () => {
    const consent = await recorded(town.coordinator, {}, { ...TERMS, records: ['needs'] });
    const { body } = await town.coordinator
      .post('/api/v1/students/student/disclosures')
      .send({ organizationId: 'org', records: ['needs'], purpose: 'give-help' })
      .expect(202);
    expect(await leaks([...SECRETS, NEED], [body.id, consent.id]), 'while it waits').to.deep.equal([]);
    await deliverDisclosure(town.deps, body.id);
    expect(await leaks([...SECRETS, NEED], [body.id, consent.id])).to.deep.equal([
      `${NEED} in GET /disclosures/:id (/api/v1/disclosures/${body.id})`,
    ]);
    await town.family.post(`/api/v1/students/student/consents/${consent.id}/withdraw`).send({}).expect(200);
    expect(await leaks([...SECRETS, NEED], [body.id, consent.id]), 'once withdrawn').to.deep.equal([]);
  });
});

function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}
