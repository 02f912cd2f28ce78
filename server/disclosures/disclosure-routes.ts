import { z } from 'zod';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { accepted } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { disclosureEntry } from './deliver-disclosure.ts';
import type { DisclosureRecord } from './disclosure-collection.ts';
import { confirmDeletion, listDisclosures, readDisclosure } from './disclosure-store.ts';
import {
  DisclosureList,
  DisclosurePage,
  DisclosureState,
  RequestedDisclosure,
} from './disclosures-answers.ts';
import { listForPartner, showToPartner } from './partner-view.ts';
import { seeDisclosures } from './see-disclosures.ts';
import { DisclosureRequest, sendDisclosure } from './send-disclosure.ts';

const Id = z.object({ id: z.string().max(100) });

/** Handing parts of a student's record to a partner: only while a consent lets it, asked anew at each step. */
export function disclosureRoutes(deps: Deps): Route[] {
  return [sendRoute(deps), listRoute(deps), readRoute(deps), confirmRoute(deps)];
}

function sendRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/disclosures',
    summary: 'Share records with a partner, as far as a consent covers it',
    action: 'disclosures.send',
    params: Id,
    body: DisclosureRequest,
    returns: accepted(RequestedDisclosure),
    handle: async ({ params, body, account, access, res }) => {
      const now = deps.clock();
      const student = await mustReadNamedStudent(deps, params.id);
      await access.must(studentResource(student, utcDay(now)), {
        on: { kind: 'organization', id: body.organizationId },
      });
      if (!(await readOrganization(deps.db, body.organizationId))) throw noOrganization();
      const sent = await sendDisclosure(deps, student, body, { accountId: account!.id, now });
      res.status(202);
      return { id: sent.id, status: sent.status, requestedAt: sent.requestedAt };
    },
  });
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/disclosures',
    summary: "What was shared with one's organization",
    action: 'disclosures.list',
    returns: DisclosureList,
    handle: async ({ account, access }) => {
      const mine = await listDisclosures(deps.db, { organizationIds: organizationsOf(account) });
      const open = mine.filter(access.opens(({ organizationId }) => ({ organizationId })));
      return listForPartner(deps, await seeDisclosures(deps, open, utcDay(deps.clock())));
    },
  });
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/disclosures/:id',
    summary: 'One of them, with what is still open',
    action: 'disclosures.read',
    params: Id,
    returns: DisclosurePage,
    handle: async ({ params, access }) => {
      const found = await deliveredOne(deps, params.id);
      if (!access.may(resourceOf(found))) throw notFound();
      const [seen] = await seeDisclosures(deps, [found], utcDay(deps.clock()));
      if (!seen) throw notFound();
      const organization = await readOrganization(deps.db, found.organizationId);
      const received = { ...found, records: seen.state.open };
      await access.must(resourceOf(found), {
        on: { kind: 'disclosure', id: found.id },
        why: 'consent',
        ...(received.records.length > 0 && {
          disclosure: disclosureEntry(received, organization?.name, found.consentIds[0]),
        }),
      });
      return showToPartner(deps, seen);
    },
  });
}

function confirmRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/disclosures/:id/confirm-deletion',
    summary: 'Confirm that what was shared is deleted',
    action: 'disclosures.confirm',
    params: Id,
    returns: DisclosureState,
    handle: async ({ params, account, access }) => {
      const found = await deliveredOne(deps, params.id);
      await access.must(resourceOf(found));
      const now = deps.clock();
      await confirmDeletion(deps.db, found.id, { at: now, by: account!.id });
      const again = await deliveredOne(deps, params.id);
      const { items } = await listForPartner(deps, await seeDisclosures(deps, [again], utcDay(now)));
      return items[0]!;
    },
  });
}

/** What waits or was cancelled has reached nobody: for its recipient it is not there. */
async function deliveredOne({ db }: Deps, id: string): Promise<DisclosureRecord> {
  const found = await readDisclosure(db, id);
  if (found?.status !== 'delivered') throw notFound();
  return found;
}

function resourceOf({ organizationId, studentId }: DisclosureRecord) {
  return { organizationId, studentIds: [studentId] };
}

function organizationsOf(account: Account | null): string[] {
  return (account?.grants ?? []).flatMap(({ role, organizationIds }) =>
    role === 'partner' ? organizationIds : [],
  );
}

function noOrganization(): AppError {
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', [
    { path: 'organizationId', message: 'there is no such organization' },
  ]);
}
