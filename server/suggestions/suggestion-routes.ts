import { z } from 'zod';
import type { Resource } from '../../core/policy/resource.ts';
import {
  FEWEST_SUGGESTION_SIGNS,
  MOST_SUGGESTION_SIGNS,
  SUGGESTION_STATES,
} from '../../core/verification/suggestion.ts';
import type { Deps } from '../deps.ts';
import { readService } from '../directory/directory-store.ts';
import { serviceNames } from '../directory/record-names.ts';
import { created, nothing } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import type { SuggestionRecord } from './suggestion-collection.ts';
import { suggestionLimit } from './suggestion-limit.ts';
import { suggestionStore } from './suggestion-store.ts';
import { GivenSuggestion, SeenSuggestion, SuggestionList } from './suggestions-answers.ts';

const Id = z.object({ id: z.string().max(100) });
const words = z.string().trim().max(MOST_SUGGESTION_SIGNS, 'at most 1,000 characters');
const Given = z.strictObject({ text: words.min(FEWEST_SUGGESTION_SIGNS, 'say what is wrong') });
/** Bounded, but not checked further: what is no token is answered like one that nobody has. */
const Token = z.strictObject({ token: z.string().max(200) });
const Answer = z.strictObject({
  state: z.enum(SUGGESTION_STATES),
  answer: words.min(1, 'say what came of it'),
});

/** What is answered makes room for more. */
const MOST_SHOWN = 200;

/** What readers say is wrong with a service, and what became of it. */
export function suggestionRoutes(deps: Deps): Route[] {
  const limit = suggestionLimit(deps);
  return [giveRoute(deps, limit), lookRoute(deps, limit), listRoute(deps), answerRoute(deps)];
}

type Limit = ReturnType<typeof suggestionLimit>;

/** Without an account. The token is all that its giver gets: with it the answer is found. */
function giveRoute(deps: Deps, limit: Limit): Route {
  return route({
    method: 'post',
    path: '/services/:id/suggestions',
    summary: 'Say that something is wrong with a service',
    action: 'suggestions.give',
    params: Id,
    body: Given,
    returns: created(GivenSuggestion),
    handle: async ({ params, body, req, res }) => {
      const service = await readService(deps.db, params.id);
      if (!service) throw notFound();
      await limit.countGiven(req.ip ?? '');
      const { id: serviceId, organizationId } = service;
      const given = { serviceId, organizationId, text: body.text, from: 'public' as const };
      const { token } = await suggestionStore(deps).add(given);
      res.status(201);
      return { token };
    },
  });
}

/** Asked with a POST, so that the token is in no address and no log. */
function lookRoute(deps: Deps, limit: Limit): Route {
  return route({
    method: 'post',
    path: '/suggestions/look',
    summary: 'What became of a suggestion',
    action: 'suggestions.give',
    body: Token,
    returns: SeenSuggestion,
    handle: async ({ body, req }) => {
      await limit.countLook(req.ip ?? '');
      const found = await suggestionStore(deps).look(body.token);
      if (!found) throw notFound();
      const { serviceId, text, at, state, answer, answeredAt } = found;
      return { serviceId, text, at, state, ...(answer && { answer, answeredAt }) };
    },
  });
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/suggestions',
    summary: 'What people say is wrong',
    action: 'verification.read',
    query: z.object({ state: z.enum(SUGGESTION_STATES).default('open') }),
    returns: SuggestionList,
    handle: async ({ query, access }) => {
      const all = await suggestionStore(deps).list(query.state);
      const found = all.filter(access.opens(resourceOf)).slice(0, MOST_SHOWN);
      const names = await serviceNames(
        deps.db,
        found.map(({ serviceId }) => serviceId),
      );
      return {
        items: found.map(({ answeredBy: _, ...suggestion }) => ({
          ...suggestion,
          serviceName: names.get(suggestion.serviceId) ?? suggestion.serviceId,
        })),
      };
    },
  });
}

function answerRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/suggestions/:id/answer',
    summary: 'Answer a suggestion',
    action: 'verification.change',
    params: Id,
    body: Answer,
    returns: nothing,
    handle: async ({ params, body, account, access }) => {
      const store = suggestionStore(deps);
      const found = await store.read(params.id);
      if (!found) throw notFound();
      await access.must(resourceOf(found));
      const on = { kind: 'suggestion', id: found.id };
      await deps.audit.record({ action: 'verification.change', account, on });
      await store.answer(found.id, { ...body, answeredBy: account!.id });
    },
  });
}

function resourceOf({ organizationId }: Pick<SuggestionRecord, 'organizationId'>): Resource {
  return { organizationId };
}
