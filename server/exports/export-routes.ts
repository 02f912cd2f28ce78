import { z } from 'zod';
import { EXPORT_FORMATS, FORMAT_NAMES, isFiltered } from '../../core/exports/export-format.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { FindQuery } from '../directory/find-query.ts';
import { prepareSearch } from '../directory/prepare-search.ts';
import { hsdsWorld } from '../hsds/hsds-world.ts';
import { files } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { sendPieces } from '../http/send-pieces.ts';
import { atOnce } from './at-once.ts';
import { type Chosen, chosenBy } from './chosen.ts';
import { directoryLists } from './directory-lists.ts';
import { nameFile } from './name-file.ts';
import { saidFilter } from './said-filter.ts';
import { sendPackage } from './send-package.ts';
import { textPieces } from './text-pieces.ts';

const Format = z.object({ format: z.enum(FORMAT_NAMES) });

/** Each waits on the disk until its reader has taken it. */
const PACKAGES_AT_ONCE = 4;

/** The directory as a file: all of it, or what Find finds. What is in it is what `/hsds` tells everybody. */
export function directoryExportRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  const world = hsdsWorld(deps);
  const packages = atOnce(PACKAGES_AT_ONCE);

  async function choose(query: FindQuery, account: Account | null): Promise<Chosen> {
    const [{ search }, index] = await Promise.all([
      prepareSearch(deps, clock, query, account),
      world.offers(),
    ]);
    const { page } = index.search({ ...search, sort: 'name', skip: 0, limit: Number.POSITIVE_INFINITY });
    return chosenBy(deps.db, page);
  }

  return [
    route({
      method: 'get',
      path: '/exports/directory.:format',
      summary: 'The directory as a file: all of it, or what Find finds',
      action: 'directory.export',
      params: Format,
      query: FindQuery,
      returns: files(Object.values(EXPORT_FORMATS)),
      handle: async ({ params: { format }, query, account, req, res }) => {
        await world.largeAnswers.count(req);
        const filter = saidFilter(query);
        const chosen = isFiltered(filter) ? await choose(query, account) : undefined;
        const name = await nameFile(deps.db, clock(), { format, filter, chosen });
        const begin = () => res.attachment(name).type(EXPORT_FORMATS[format]);
        const lists = directoryLists(world, chosen);
        if (format === 'hsds.zip') await packages(() => sendPackage(res, { lists, filter, begin }));
        else await sendPieces(begin(), textPieces(format, lists, filter));
      },
    }),
  ];
}
