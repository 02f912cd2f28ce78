import { z } from 'zod';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { closeOrganization } from '../directory/close-organization.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { readServiceIdsOf } from '../directory/services-of.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { type ChangingRecord, whileTelling } from '../webhooks/while-telling.ts';
import { endClosedReferrals } from './end-closed-referrals.ts';
import { ClosedPartner } from './referral-closing-answers.ts';

async function servicesTold({ db }: Deps, organizationId: string): Promise<ChangingRecord[]> {
  const ids = await readServiceIdsOf(db, { organizationIds: [organizationId] });
  return ids.map((id) => ({ kind: 'service', id, change: 'changed', fields: ['status'] }));
}

/**
 * That an organization has closed, or is there again. What was referred to it gets a next step at once; where this
 * process dies before, a worker does it. How many referrals that were is not said: who closes need not know.
 */
export function closingRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'put',
      path: '/organizations/:id/closed',
      summary: 'Say that an organization gives its services no more, or again',
      action: 'organizations.close',
      params: z.object({ id: z.string().max(100) }),
      body: z.strictObject({ closed: z.boolean() }),
      returns: ClosedPartner,
      handle: async ({ params, body, account, access }) => {
        if (!account || !(await readOrganization(deps.db, params.id))) throw notFound();
        await access.must({ organizationId: params.id });
        await deps.audit.record({
          action: 'organizations.close',
          account,
          on: { kind: 'organization', id: params.id },
          changes: [{ field: 'closed', to: body.closed }],
        });
        const at = deps.clock();
        const directory = {
          db: deps.db,
          taxonomy: deps.rules.taxonomy,
          today: utcDay(at),
        };
        const services = await whileTelling(deps, await servicesTold(deps, params.id), () =>
          closeOrganization(directory, params.id, body.closed, at),
        );
        if (body.closed) await endClosedReferrals(deps);
        return { closed: body.closed, services };
      },
    }),
  ];
}
