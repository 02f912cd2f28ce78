import { randomUUID } from 'node:crypto';
import { Agent as ConnectionPool } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Redis } from 'ioredis';
import request from 'supertest';
import type { z } from 'zod';
import { type Role, RoleGrant } from '../../core/accounts/role.ts';
import { accountCollections } from '../../server/accounts/account-collection.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import { sessionRoutes } from '../../server/accounts/session-routes.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/connect.ts';
import type { Deps } from '../../server/deps.ts';
import type { Route } from '../../server/http/route.ts';
import { allRoutes } from '../../server/routes.ts';
import { type Rules, readRules } from '../../server/rules.ts';
import type { CollectionSpec } from '../../server/store/collection.ts';
import { checkAnswers } from './check-answers.ts';
import { hashAtLeastCost } from './hash-at-least-cost.ts';
import { takeDatabase } from './kept-databases.ts';

/** What a test signs in as: a role, or grants with their ids, as in `{role: 'coordinator', schoolIds: ['s1']}`. */
export type SignInAs = Role | z.input<typeof RoleGrant> | z.input<typeof RoleGrant>[];

/** A browser of the tests: keeps its cookies and, once signed in, sends its CSRF token with everything. */
export type Agent = ReturnType<typeof request.agent>;

export interface TestAppOptions {
  /** Only these routes and those of the session, instead of all of the project's. A function gets the deps. */
  routes?: Route[] | ((deps: Deps) => Route[]);
  /** Collections whose indexes the test needs, besides those of accounts. */
  collections?: CollectionSpec[];
  /** Further environment variables, as in `{DEMO: '1'}`. */
  env?: Record<string, string>;
}

/** Read once a process: nobody changes them. */
let rules: Promise<Rules> | undefined;

export const TEST_PASSWORD = 'right horse, right battery';

/**
 * The real app on a free port, with a database of its own until it is closed, and a Redis prefix of its own.
 *
 * Answers of routes that describe them are held against that (check-answers.ts).
 *
 *     const { signIn, visitor, deps, close } = await testApp({ routes: studentRoutes });
 *     const agent = await signIn({ role: 'coordinator', schoolIds: ['school-1'] });
 *     await agent.patch('/api/v1/students/1').send({ grade: 4 }).expect(200);
 *     await visitor().get('/api/v1/students').expect(401);
 *     await close(); // in after()
 */
export async function testApp({ routes, collections = [], env = {} }: TestAppOptions = {}) {
  const database = takeDatabase([...new Set([...accountCollections, ...collections])]);
  rules ??= readRules();
  const deps = await connect(testConfig(database.name, env), await rules);
  await database.prepare(deps.db);
  const app = createApp(deps, checkAnswers(routesOf(deps, routes)));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // Connections stay for the next request; the server never closes one that is just about to be used again.
  server.keepAliveTimeout = 0;
  const connections = new ConnectionPool({ keepAlive: true });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let accountsMade = 0;

  /** Somebody who is not signed in. */
  const visitor = (): Agent =>
    request
      .agent(url)
      .use((asked: { agent(pool: ConnectionPool): unknown }) => void asked.agent(connections));

  async function createAccount(as: SignInAs) {
    accountsMade += 1;
    return accountStore(deps.db, hashAtLeastCost).create({
      email: `person-${accountsMade}@example.org`,
      name: `Person ${accountsMade}`,
      language: 'en',
      grants: grantsOf(as),
      password: TEST_PASSWORD,
    });
  }

  /** Makes an account and signs it in, through the same door as everybody. */
  async function signIn(as: SignInAs): Promise<Agent> {
    const { email } = await createAccount(as);
    return signInWith(visitor(), email);
  }

  async function close(): Promise<void> {
    connections.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await forgetKeys(deps.redis, deps.config.redis.prefix);
    await deps.close();
    database.giveBack();
  }

  return { app, url, deps, visitor, createAccount, signIn, close };
}

export async function signInWith(agent: Agent, email: string, password = TEST_PASSWORD): Promise<Agent> {
  const { body } = await agent.post('/api/v1/session').send({ email, password }).expect(200);
  return agent.set('x-csrf-token', body.csrfToken);
}

function testConfig(database: string, env: Record<string, string>) {
  const { MONGODB_URI, REDIS_URL } = process.env;
  return readConfig({
    NODE_ENV: 'test',
    MONGODB_URI,
    MONGODB_DATABASE: database,
    REDIS_URL,
    REDIS_PREFIX: `test_${randomUUID()}`,
    LOG_LEVEL: 'silent',
    ...env,
  });
}

/** Signing in is always there. */
function routesOf(deps: Deps, routes: TestAppOptions['routes']): Route[] {
  if (routes === undefined) return allRoutes(deps);
  return [...sessionRoutes(deps), ...(typeof routes === 'function' ? routes(deps) : routes)];
}

export function grantsOf(as: SignInAs): RoleGrant[] {
  if (typeof as === 'string') return [RoleGrant.parse({ role: as })];
  return (Array.isArray(as) ? as : [as]).map((grant) => RoleGrant.parse(grant));
}

async function forgetKeys(redis: Redis, prefix: string): Promise<void> {
  if (redis.status !== 'ready') return;
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1000 })) {
    if (keys.length > 0) await redis.del(...(keys as string[]));
  }
}
