import { z } from 'zod';
import { ImportMapping, MappedKind } from '../../../core/imports/import-mapping.ts';
import type { Deps } from '../../deps.ts';
import { nothing } from '../../http/answer.ts';
import { forbidden } from '../../http/app-error.ts';
import { type Route, route } from '../../http/route.ts';
import { readDistrict } from '../../settings/district-store.ts';
import { ImportSource } from '../import-params.ts';
import { importResource } from '../import-resource.ts';
import { SavedMapping } from '../imports-answers.ts';
import { readMapping, saveMapping } from './mapping-store.ts';

const Source = z.object({ source: ImportSource });
const Kind = z.object({ kind: MappedKind });

/** How the columns of a source's files are read: asked before a file is mapped, saved with it. */
export function mappingRoutes(deps: Deps): Route[] {
  const { db } = deps;
  const resourceOf = async (kind: MappedKind) =>
    importResource({
      params: { kind, source: 'any', filename: 'any' },
      districtId: (await readDistrict(db))?.id,
    });
  return [
    route({
      method: 'get',
      path: '/import-mappings/:source',
      summary: 'How the columns of a source were read last',
      action: 'imports.read',
      params: Source,
      query: Kind,
      returns: SavedMapping,
      handle: async ({ params, query, access }) => {
        if (!access.may(await resourceOf(query.kind))) throw forbidden();
        const found = await readMapping(db, query.kind, params.source);
        if (!found) return { mapping: null };
        const { id: _id, kind: _kind, source: _source, by: _by, at, ...mapping } = found;
        return { mapping, savedAt: at.toISOString() };
      },
    }),
    route({
      method: 'put',
      path: '/import-mappings/:source',
      summary: 'Remember how the columns of a source are read',
      action: 'imports.run',
      params: Source,
      query: Kind,
      body: ImportMapping,
      returns: nothing,
      handle: async ({ params, query, body, account, access }) => {
        if (!access.may(await resourceOf(query.kind))) throw forbidden();
        await saveMapping(db, { ...body, ...query, ...params, by: account!.id, at: new Date() });
      },
    }),
  ];
}
