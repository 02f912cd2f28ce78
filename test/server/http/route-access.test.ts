import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { ROLES, type Role } from '../../../core/accounts/role.ts';
import type { Route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/routes.ts';
import { type Agent, testApp } from '../../support/app.ts';

describe('Every route of the API', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let routes: Route[];
  const agents = new Map<Role, Agent>();
  before(async () => {
    at = await testApp();
    routes = allRoutes(at.deps);
    for (const role of ROLES) agents.set(role, await at.signIn(role));
  });
  after(() => at.close());

  it('says who may use it', () => {
    const silent = routes.filter(({ who }) => who === undefined || who.length === 0);
    expect(silent.map(nameOf)).to.deep.equal([]);
  });

  it('is there once', () => {
    const names = routes.map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
  });

  it('that is not public asks the public to sign in', async () => {
    for (const route of routes.filter(({ who }) => who !== 'everyone')) {
      const reply = await ask(at.visitor(), route);
      expect(`${nameOf(route)} ${reply.status} ${reply.body.code}`).to.equal(
        `${nameOf(route)} 401 sign-in-needed`,
      );
    }
  });

  for (const role of ROLES) {
    it(`is closed to ${role} unless it says otherwise`, async () => {
      for (const route of routes.filter(({ who }) => Array.isArray(who) && !who.includes(role))) {
        const reply = await ask(agents.get(role) as Agent, route);
        expect([403, 404], `${nameOf(route)} answered ${reply.status}`).to.include(reply.status);
      }
    });
  }
});

function ask(agent: Agent, { method, path }: Route) {
  const address = path.replace(/:\w+/g, () => randomUUID()).replace(/[{}]/g, '');
  return agent[method](`/api/v1${address}`);
}

function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}
