import { z } from 'zod';
import { type Agreement, AgreementFacts } from '../../core/agreements/agreement.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { created } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { changeResource } from './agreement-resource.ts';
import { stepRoutes } from './agreement-steps.ts';
import { insertAgreement } from './agreement-store.ts';
import { AgreementList, AgreementPage } from './agreements-answers.ts';
import { approvalRoutes } from './approval-routes.ts';
import { agreementChanged, changeAgreement } from './change-agreement.ts';
import { checkFacts, keepDelivered } from './check-facts.ts';
import { documentRoutes } from './document-routes.ts';
import { openAgreements } from './list-agreements.ts';
import { mayOf, mustChange, mustRead, newAgreement } from './open-agreement.ts';
import { showAgreement } from './show-agreement.ts';

const Id = z.object({ id: z.string().max(100) });
const code = z.string().min(1).max(100);
const NewAgreement = z.strictObject({ organizationId: code, districtId: code, facts: AgreementFacts });
const ChangedAgreement = z.strictObject({ version: z.int().min(1), facts: AgreementFacts });

/** What schools and partners have agreed, with the papers that it takes. */
export function agreementRoutes(deps: Deps): Route[] {
  return [listRoute(deps), readRoute(deps), makeRoute(deps), changeRoute(deps)].concat(
    stepRoutes(deps),
    documentRoutes(deps),
    approvalRoutes(deps),
  );
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/agreements',
    summary: 'Agreements with partners',
    action: 'agreements.read',
    query: z.object({ organization: code.optional() }),
    returns: AgreementList,
    handle: async ({ query, access }) => {
      const of = query.organization === undefined ? {} : { organizationId: query.organization };
      const isOpen = access.opens((resource: Resource) => resource);
      const items = await openAgreements(deps, isOpen, of);
      return { items, kinds: deps.rules.documents, usualMonths: deps.rules.agreements.usualMonths };
    },
  });
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/agreements/:id',
    summary: 'One agreement, with its promises and papers',
    action: 'agreements.read',
    params: Id,
    returns: AgreementPage,
    handle: async ({ params, account, access }) => {
      const agreement = await mustRead(deps, params.id, access);
      return showAgreement(deps, agreement, mayOf(account, agreement));
    },
  });
}

function makeRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/agreements',
    summary: 'Draft an agreement',
    action: 'agreements.change',
    body: NewAgreement,
    returns: created(AgreementPage),
    handle: async ({ body: { organizationId, districtId, facts }, account, access, res }) => {
      await access.must(changeResource({ districtId, schoolIds: facts.schoolIds }));
      if (!(await readOrganization(deps.db, organizationId))) throw noSuchOrganization();
      await checkFacts(deps, districtId, facts);
      const agreement = newAgreement({ organizationId, districtId, ...facts }, account!, deps.clock());
      await deps.audit.record({
        action: 'agreements.change',
        account,
        on: { kind: 'agreement', id: agreement.id },
        changes: fieldChanges({}, facts),
      });
      await insertAgreement(deps.db, agreement);
      res.status(201);
      return showAgreement(deps, agreement, mayOf(account, agreement));
    },
  });
}

function changeRoute(deps: Deps): Route {
  return route({
    method: 'put',
    path: '/agreements/:id',
    summary: 'Change an agreement',
    action: 'agreements.change',
    params: Id,
    body: ChangedAgreement,
    returns: AgreementPage,
    handle: async ({ params, body: { version, facts }, account, access }) => {
      const before = await mustChange(deps, params.id, access);
      await access.must(changeResource({ districtId: before.districtId, schoolIds: facts.schoolIds }));
      if (before.version !== version) throw agreementChanged();
      await checkFacts(deps, before.districtId, facts);
      keepDelivered(before, facts);
      const changes = fieldChanges(factsOf(before), facts);
      const on = { kind: 'agreement', id: before.id };
      await deps.audit.record({ action: 'agreements.change', account, on, changes });
      const fields = changes.map(({ field }) => field);
      const event = { at: deps.clock().toISOString(), by: account!.id, what: 'changed' as const, fields };
      const after = await changeAgreement(deps, before, facts, event);
      return showAgreement(deps, after, mayOf(account, after));
    },
  });
}

function factsOf(agreement: Agreement): AgreementFacts {
  const { title, schoolIds, startsOn, endsOn, promises, demands, contacts, note } = agreement;
  return { title, schoolIds, startsOn, endsOn, promises, demands, contacts, note };
}

function noSuchOrganization(): AppError {
  const errors = [{ path: 'organizationId', message: 'there is no such organization' }];
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', errors);
}
