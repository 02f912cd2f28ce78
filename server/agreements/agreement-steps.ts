import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Agreement, Stage } from '../../core/agreements/agreement.ts';
import { mayBecome } from '../../core/agreements/agreement-status.ts';
import { renewed } from '../../core/agreements/renewed.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { addDelivery, insertAgreement } from './agreement-store.ts';
import { AgreementPage } from './agreements-answers.ts';
import { agreementChanged, changeAgreement } from './change-agreement.ts';
import { mayOf, mustChange, newAgreement } from './open-agreement.ts';
import { showAgreement } from './show-agreement.ts';

const Id = z.object({ id: z.string().max(100) });
const day = z.iso.date('must be a date such as 2027-06-30');
const Step = z.strictObject({
  version: z.int().min(1),
  to: Stage,
  /** Of an ending: its last day; today where nothing is said. */
  on: day.optional(),
  reason: z.string().trim().max(500).optional(),
});
const NewDelivery = z.strictObject({
  promiseId: z.string().min(1).max(100),
  quantity: z
    .number()
    .refine((quantity) => quantity !== 0, 'cannot be 0')
    .min(-10_000_000)
    .max(10_000_000),
  on: day,
  note: z.string().trim().max(500).optional(),
});

/** What happens to an agreement after it was written: it is proposed, signed, fulfilled, ended, renewed. */
export function stepRoutes(deps: Deps): Route[] {
  return [stageRoute(deps), deliverRoute(deps), renewRoute(deps)];
}

function stageRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/agreements/:id/stage',
    summary: 'Propose, sign or end an agreement',
    action: 'agreements.change',
    params: Id,
    body: Step,
    returns: AgreementPage,
    handle: async ({ params, body: { version, to, on, reason }, account, access }) => {
      const before = await mustChange(deps, params.id, access);
      if (before.version !== version) throw agreementChanged();
      if (!mayBecome(before.stage, to)) throw cannotBecome();
      await note(deps, account!, before, [{ field: 'stage', from: before.stage, to }]);
      const now = deps.clock();
      const { endedOn: _, ...rest } = before;
      const ended = to === 'ended' ? { endedOn: on ?? utcDay(now) } : {};
      const event = { at: now.toISOString(), by: account!.id, what: to, ...(reason && { reason }) };
      const after = await changeAgreement(deps, rest, { stage: to, ...ended }, event);
      return showAgreement(deps, after, mayOf(account, after));
    },
  });
}

/** A row is added whatever the version: of two people who write down two deliveries at once both count. */
function deliverRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/agreements/:id/deliveries',
    summary: 'Write down what was delivered of a promise',
    action: 'agreements.change',
    params: Id,
    body: NewDelivery,
    returns: created(AgreementPage),
    handle: async ({ params, body, account, access, res }) => {
      const before = await mustChange(deps, params.id, access);
      if (!before.promises.some(({ id }) => id === body.promiseId)) throw noSuchPromise();
      const { note: words, ...facts } = body;
      const at = deps.clock().toISOString();
      const row = { ...facts, ...(words && { note: words }), id: randomUUID(), by: account!.id, at };
      await note(deps, account!, before, [{ field: 'deliveries', to: row }]);
      const event = { at, by: account!.id, what: 'delivered' as const };
      const after = await addDelivery(deps.db, before.id, row, event);
      if (!after) throw notFound();
      res.status(201);
      return showAgreement(deps, after, mayOf(account, after));
    },
  });
}

function renewRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/agreements/:id/renewals',
    summary: 'Draft the agreement that goes on from this one',
    action: 'agreements.change',
    params: Id,
    returns: created(AgreementPage),
    handle: async ({ params, account, access, res }) => {
      const before = await mustChange(deps, params.id, access);
      const { organizationId, districtId, id: renewalOf } = before;
      const given = { ...renewed(before), organizationId, districtId, renewalOf };
      const agreement = newAgreement(given, account!, deps.clock());
      await note(deps, account!, agreement, [{ field: 'renewalOf', to: renewalOf }]);
      await insertAgreement(deps.db, agreement);
      res.status(201);
      return showAgreement(deps, agreement, mayOf(account, agreement));
    },
  });
}

function note(
  { audit }: Deps,
  account: Account,
  { id }: Agreement,
  changes: { field: string; from?: unknown; to?: unknown }[],
): Promise<void> {
  return audit.record({ action: 'agreements.change', account, on: { kind: 'agreement', id }, changes });
}

function cannotBecome(): AppError {
  return new AppError(409, 'wrong-stage', 'This step does not follow from where the agreement stands.');
}

function noSuchPromise(): AppError {
  const errors = [{ path: 'promiseId', message: 'there is no such promise' }];
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', errors);
}
