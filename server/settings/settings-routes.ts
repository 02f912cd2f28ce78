import type { z } from 'zod';
import { Installation } from '../../core/district/installation.ts';
import type { Deps } from '../deps.ts';
import { readCredits } from '../directory/credit-store.ts';
import { sentJson } from '../http/answer.ts';
import { fixedAnswer } from '../http/fixed-answer.ts';
import { type Route, route, type Told } from '../http/route.ts';
import { readDemoAccounts } from './demo-sign-ins.ts';
import { readDistrict } from './district-store.ts';
import { EligibilityWords, Groupings, Taxonomy } from './settings-answers.ts';

/** What the front end needs before anything else: the district, the map's tiles, the terms. */
export function settingsRoutes(deps: Deps): Route[] {
  return [
    configRoute(deps),
    fixedRoute('/taxonomy', 'The terms by which needs and services are told', Taxonomy, {
      items: deps.rules.taxonomy.terms,
    }),
    fixedRoute(
      '/eligibility-words',
      'The words of programs and attributes in rules of services',
      EligibilityWords,
      deps.rules.eligibility,
    ),
    fixedRoute('/groupings', 'By what placement plans can be looked at and made fair', Groupings, {
      items: deps.rules.groupings.map(({ id, label }) => ({ id, label })),
    }),
  ];
}

function configRoute({ config, db, rules }: Deps): Route {
  return route({
    method: 'get',
    path: '/config',
    summary: "The district, the map's tiles, ways and speeds",
    action: 'settings.read',
    returns: Installation,
    handle: async () => {
      const [district, credits, demoAccounts] = await Promise.all([
        readDistrict(db),
        readCredits(db),
        config.demo ? readDemoAccounts(db) : undefined,
      ]);
      return {
        district,
        tiles: config.tiles,
        credits,
        travel: rules.travel,
        demo: config.demo,
        framedBy: config.embedAncestors,
        ...(demoAccounts && { demoAccounts }),
      };
    },
  });
}

function fixedRoute<S extends z.ZodType>(path: string, summary: string, shape: S, content: Told<S>): Route {
  const answer = fixedAnswer('json', () => JSON.stringify(content));
  return route({
    method: 'get',
    path,
    summary,
    action: 'settings.read',
    returns: sentJson(shape),
    handle: ({ req, res }) => answer(req, res),
  });
}
