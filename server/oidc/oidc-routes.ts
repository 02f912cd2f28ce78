import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { randomPKCECodeVerifier } from 'openid-client';
import { z } from 'zod';
import { ownPath } from '../../core/accounts/own-path.ts';
import { enter } from '../accounts/enter.ts';
import type { Deps } from '../deps.ts';
import { redirect } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { invitationStore } from '../links/invitation-store.ts';
import { clearAttemptCookie, giveAttemptCookie, readAttemptCookie } from './attempt-cookie.ts';
import { type Attempt, attemptStore } from './attempt-store.ts';
import { recognize } from './recognize.ts';
import { type ServiceClient, serviceClient } from './service-client.ts';
import { SignInTrouble } from './sign-in-trouble.ts';

const params = z.object({ service: z.string().max(20) });

/** Where somebody goes who was on the way nowhere. */
const FIRST_PAGE = '/schools';

/** Signing in with a service: out to it and back, by links alone, so that the pages' strict policy for forms stays. */
export function oidcRoutes(deps: Deps): Route[] {
  const now = () => deps.clock().getTime();
  const clients = new Map(
    deps.config.signInProviders.map((provider) => [provider.id, serviceClient(deps.config, provider, now)]),
  );
  const clientOf = (id: string): ServiceClient => {
    const client = clients.get(id);
    if (!client) throw notFound();
    return client;
  };
  return [startRoute(deps, clientOf), callbackRoute(deps, clientOf)];
}

function startRoute(deps: Deps, clientOf: (id: string) => ServiceClient): Route {
  return route({
    method: 'get',
    path: '/oidc/:service/start',
    summary: 'Go to a sign-in service',
    action: 'session.begin',
    params,
    query: z.object({ next: z.string().max(2000).optional() }),
    returns: redirect,
    handle: async ({ params, query, req, res }) => {
      const client = clientOf(params.service);
      const next = ownPath(query.next, FIRST_PAGE);
      await orSayTrouble(deps, client, res, next, async () => {
        const attempt = newAttempt(next);
        const address = await client.addressFor(attempt);
        const cookie = giveAttemptCookie(req, res, deps.config);
        await attemptStore(deps).begin(client.provider.id, cookie, attempt);
        return address;
      });
    },
  });
}

function callbackRoute(deps: Deps, clientOf: (id: string) => ServiceClient): Route {
  return route({
    method: 'get',
    path: '/oidc/:service/callback',
    summary: 'Come back from a sign-in service',
    action: 'session.begin',
    params,
    returns: redirect,
    handle: async ({ params, req, res }) => {
      const client = clientOf(params.service);
      const attempt = await attemptOf(deps, client, req);
      const next = attempt?.next ?? FIRST_PAGE;
      await orSayTrouble(deps, client, res, next, async () => {
        if (!attempt) throw new SignInTrouble('out-of-date');
        const who = await client.whoCameBack(queryOf(req), attempt);
        const account = await recognize(deps, client.provider, who);
        await invitationStore(deps).accept(account.id);
        const { pending } = await enter(deps, req, account, 'oidc');
        clearAttemptCookie(res, deps.config);
        return pending ? signInPage({ next }) : next;
      });
    },
  });
}

/** 256 bits each. */
function newAttempt(next: string): Attempt {
  const draw = () => randomBytes(32).toString('base64url');
  return { state: draw(), nonce: draw(), verifier: randomPKCECodeVerifier(), next };
}

async function attemptOf(deps: Deps, { provider }: ServiceClient, req: Request): Promise<Attempt | null> {
  const cookie = readAttemptCookie(req, deps.config);
  const [state, ...more] = new URLSearchParams(queryOf(req)).getAll('state');
  if (cookie === undefined || state === undefined || more.length > 0) return null;
  return attemptStore(deps).finish(provider.id, cookie, state);
}

/** Sends the browser on: to where the work leads, or to the sign-in page, which says what went wrong. */
async function orSayTrouble(
  { log }: Pick<Deps, 'log'>,
  { provider }: ServiceClient,
  res: Response,
  next: string,
  work: () => Promise<string>,
): Promise<void> {
  // The address holds a code: it goes to nobody, and in no cache.
  res.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  try {
    res.redirect(await work());
  } catch (error) {
    if (!(error instanceof SignInTrouble)) throw error;
    const { code, reason } = error;
    log.warn({ service: provider.id, trouble: code, reason }, 'a sign-in with a service came to nothing');
    res.redirect(signInPage({ trouble: code, service: provider.id, next }));
  }
}

function signInPage(query: Record<string, string>): string {
  return `/sign-in?${new URLSearchParams(query)}`;
}

function queryOf(req: Request): string {
  return new URL(req.originalUrl, 'http://here.invalid').search;
}
