import { z } from 'zod';
import { fieldChanges, patched } from '../../core/audit/field-changes.ts';
import { OrganizationPage, ServicePage, SitePage } from '../../core/directory/pages.ts';
import { Service } from '../../core/directory/service.ts';
import type { Deps } from '../deps.ts';
import { file } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { sendCalendar } from '../http/send-calendar.ts';
import { whileTelling } from '../webhooks/while-telling.ts';
import { readService } from './directory-store.ts';
import { offerCalendar } from './offer-calendar.ts';
import { recordCapacity } from './record-capacity.ts';
import { showOrganization } from './show-organization.ts';
import { showService } from './show-service.ts';
import { showSite } from './show-site.ts';

const Id = z.object({ id: z.string().max(100) });

const places = z.int('must be a whole number').min(0, 'cannot be less than 0').max(100_000);
const CapacityBody = z.strictObject({ available: places, maximum: places.optional() });

export function recordRoutes(deps: Deps, clock: () => Date): Route[] {
  return [
    route({
      method: 'get',
      path: '/services/:id',
      summary: 'A service: who gives it and where',
      action: 'directory.read',
      params: Id,
      returns: ServicePage,
      handle: ({ params }) => showService(deps, clock, params.id),
    }),
    route({
      method: 'get',
      path: '/locations/:id',
      summary: 'A site: what is given there, what is near, what lacks',
      action: 'directory.read',
      params: Id,
      returns: SitePage,
      handle: ({ params }) => showSite(deps, clock, params.id),
    }),
    route({
      method: 'get',
      path: '/organizations/:id',
      summary: 'An organization: its services and places',
      action: 'directory.read',
      params: Id,
      returns: OrganizationPage,
      handle: ({ params }) => showOrganization(deps, params.id),
    }),
    route({
      method: 'get',
      path: '/offers/:id/calendar.ics',
      summary: 'When a service is open at a place, as a calendar',
      action: 'directory.read',
      params: Id,
      returns: file('text/calendar'),
      handle: async ({ params, res }) =>
        sendCalendar(res, await offerCalendar(deps, clock, params.id), 'service.ics'),
    }),
    route({
      method: 'patch',
      path: '/services/:id/capacity',
      summary: 'Say how many places a service has free',
      action: 'capacity.change',
      params: Id,
      body: CapacityBody,
      returns: Service,
      handle: async ({ params, body, account, access }) => {
        const service = await readService(deps.db, params.id);
        if (!service || !account) throw notFound();
        await access.must({ organizationId: service.organizationId });
        await deps.audit.record({
          action: 'capacity.change',
          account,
          on: { kind: 'service', id: service.id },
          changes: fieldChanges(service.capacities[0] ?? {}, patched(service.capacities[0] ?? {}, body)),
        });
        const told = { kind: 'service' as const, id: service.id, change: 'changed' as const };
        return whileTelling(deps, [{ ...told, fields: ['capacities'] }], () =>
          recordCapacity({ db: deps.db, taxonomy: deps.rules.taxonomy }, service, body, clock()),
        );
      },
    }),
  ];
}
