import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { actionSpec } from '../../../core/policy/actions.ts';
import { mayEver } from '../../../core/policy/decide.ts';
import type { Route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/routes.ts';
import { type Agent, testApp } from '../../support/app.ts';

describe('Every route of the API', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let routes: Route[];
  before(async () => {
    at = await testApp();
    routes = allRoutes(at.deps);
  });
  after(() => at.close());

  it('says what it does', () => {
    const silent = routes.filter(({ action }) => action === undefined);
    expect(silent.map(nameOf)).to.deep.equal([]);
  });

  it('is there once', () => {
    const names = routes.map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
  });

  it('that changes something is no reading method, except to begin a sign-in, whose state protects it', () => {
    const changing = routes.filter(
      ({ method, action }) => method === 'get' && actionSpec(action!).kind === 'change',
    );
    for (const { path, action } of changing) expect([path, action]).to.deep.equal([path, 'session.begin']);
  });

  it('that is not public asks the public to sign in', async () => {
    for (const route of routes.filter(({ action }) => !mayEver(null, action!))) {
      const reply = await ask(at.visitor(), route);
      expect(`${nameOf(route)} ${reply.status} ${reply.body.code}`).to.equal(
        `${nameOf(route)} 401 sign-in-needed`,
      );
    }
  });
});

function ask(agent: Agent, { method, path }: Route) {
  const address = path.replace(/:\w+/g, () => randomUUID()).replace(/[{}]/g, '');
  return agent[method](`/api/v1${address}`);
}

function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}
