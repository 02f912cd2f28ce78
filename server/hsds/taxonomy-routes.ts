import type { Response } from 'express';
import { plain } from '../../core/directory/words.ts';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { pageOf } from '../../core/hsds/page.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { HsdsRecord } from './hsds-answers.ts';
import { TaxonomiesQuery, TermsQuery } from './hsds-query.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { listRoutes } from './list-routes.ts';
import { type Paging, sendLines } from './send-list.ts';
import { Id } from './service-routes.ts';

const PER_PAGE = 20;

/** Our taxonomy and those that sources sort their services by, as far as services carry their terms. */
export function taxonomyRoutes(world: HsdsWorld): Route[] {
  return [
    ...listRoutes(world, '/taxonomies', TaxonomiesQuery, async (asked, res) =>
      answer(res, await taxonomies(world), asked),
    ),
    one('/taxonomies/:id', () => taxonomies(world)),
    ...listRoutes(world, '/taxonomy_terms', TermsQuery, async (asked, res) => {
      const { taxonomy_id: taxonomy, parent_id: parent, top_only: topOnly } = asked;
      const found = (await terms(world)).filter(
        (term) =>
          (taxonomy === undefined || term.taxonomy_id === taxonomy) &&
          (parent === undefined || term.parent_id === parent) &&
          (!topOnly || term.parent_id === undefined),
      );
      return answer(res, found, asked);
    }),
    one('/taxonomy_terms/:id', () => terms(world)),
  ];
}

function one(path: string, read: () => Promise<HsdsObject[]>): Route {
  return route({
    method: 'get',
    path,
    action: 'directory.read',
    params: Id,
    returns: HsdsRecord,
    handle: async ({ params }) => {
      const found = (await read()).find(({ id }) => id === params.id);
      if (!found) throw notFound();
      return found;
    },
  });
}

async function answer(
  res: Response,
  items: readonly HsdsObject[],
  { search, page, per_page, format }: Paging & { search?: string | undefined },
) {
  const words = plain(search ?? '');
  const found = items.filter(({ name }) => plain(String(name)).includes(words));
  return format === 'ndjson' ? sendLines(res, found) : pageOf(found, page, per_page ?? PER_PAGE);
}

async function taxonomies({ vocabulary, sourceTerms }: HsdsWorld): Promise<HsdsObject[]> {
  const names = new Set((await sourceTerms()).flatMap(({ taxonomy }) => taxonomy ?? []));
  return byId([vocabulary.ownTaxonomy, ...[...names].map((name) => vocabulary.taxonomy(name))]);
}

async function terms({ vocabulary, taxonomy, sourceTerms }: HsdsWorld): Promise<HsdsObject[]> {
  const own = taxonomy.terms.map(({ id }) => vocabulary.ownTerm(id)).filter((term) => term !== undefined);
  return byId([...own, ...(await sourceTerms()).map((term) => vocabulary.sourceTerm(term))]);
}

function byId(items: readonly HsdsObject[]): HsdsObject[] {
  return [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}
