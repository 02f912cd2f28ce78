import { z } from 'zod';
import { ApiKeyView, keyState, MadeApiKey, NewApiKey } from '../../core/api-keys/api-key.ts';
import { accountNames } from '../accounts/account-names.ts';
import { accountResource } from '../accounts/account-resource.ts';
import { mustBeConfirmed } from '../accounts/confirm.ts';
import type { Deps } from '../deps.ts';
import { created, nothing } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import type { ApiKeyRecord } from './api-key-collection.ts';
import { apiKeyStore } from './api-key-store.ts';

/** Keys for other software: made, seen and ended by administrators. */
export function apiKeyRoutes(deps: Deps): Route[] {
  const keys = apiKeyStore(deps);
  const { audit, clock, db } = deps;

  async function viewsOf(records: readonly ApiKeyRecord[]): Promise<ApiKeyView[]> {
    const names = await accountNames(
      db,
      records.map(({ accountId }) => accountId),
    );
    return records.map(({ hash: _hash, accountId, districtId: _district, ...record }) => ({
      ...record,
      by: names.get(accountId) ?? null,
      state: keyState(record, clock()),
    }));
  }

  return [
    route({
      method: 'get',
      path: '/api-keys',
      summary: 'The keys for other software',
      action: 'api-keys.read',
      returns: listOf(ApiKeyView),
      handle: async ({ access }) => {
        const open = (await keys.list()).filter(access.opens(({ districtId }) => ({ districtId })));
        return { items: await viewsOf(open), total: open.length };
      },
    }),
    route({
      method: 'post',
      path: '/api-keys',
      summary: 'Make a key, shown this once',
      action: 'api-keys.change',
      body: NewApiKey,
      returns: created(MadeApiKey),
      handle: async ({ body, account, access, req, res }) => {
        const { districtId } = await accountResource(db, account!.grants);
        await access.must({ districtId });
        mustBeConfirmed(req, deps);
        const { key, record } = await keys.issue(body, { accountId: account!.id, districtId });
        const changes = [{ field: 'scopes', from: [], to: body.scopes }];
        await audit.record({
          action: 'api-keys.change',
          account,
          on: { kind: 'api-key', id: record.id },
          changes,
        });
        const [made] = await viewsOf([record]);
        res.status(201);
        return { key, made: made! };
      },
    }),
    route({
      method: 'delete',
      path: '/api-keys/:id',
      summary: 'End a key for good',
      action: 'api-keys.change',
      params: z.object({ id: z.string().max(100) }),
      returns: nothing,
      handle: async ({ params, account, access }) => {
        const record = await keys.find(params.id);
        if (!record) throw notFound();
        await access.must({ districtId: record.districtId });
        const changes = [{ field: 'revokedAt' }];
        await audit.record({
          action: 'api-keys.change',
          account,
          on: { kind: 'api-key', id: record.id },
          changes,
        });
        await keys.revoke(record.id);
      },
    }),
  ];
}
