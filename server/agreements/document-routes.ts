import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DOCUMENT_STATES, DocumentFacts } from '../../core/agreements/partner-document.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { insertDocument, writeCheck } from './agreement-store.ts';
import { AgreementPage } from './agreements-answers.ts';
import { mayOf, mustChange, mustRead } from './open-agreement.ts';
import { paperFileRoutes } from './paper-file-routes.ts';
import { showAgreement } from './show-agreement.ts';

const Id = z.object({ id: z.string().max(100) });
const DocumentId = Id.extend({ documentId: z.string().max(100) });
const Check = z
  .strictObject({
    state: z.enum(DOCUMENT_STATES),
    reason: z.string().trim().min(1).max(500).optional(),
  })
  .refine(({ state, reason }) => state !== 'refused' || reason !== undefined, {
    path: ['reason'],
    message: 'say why, so that the partner knows what to hand in',
  });

/** Papers of a partner: handed in by either side, checked by the school's. */
export function documentRoutes(deps: Deps): Route[] {
  return [handInRoute(deps), checkRoute(deps), ...paperFileRoutes(deps)];
}

/** What the school's side writes down has been looked at; what the partner does waits to be checked. */
function handInRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/agreements/:id/documents',
    summary: 'Hand in the facts of a paper',
    action: 'agreements.hand-in',
    params: Id,
    body: DocumentFacts,
    returns: created(AgreementPage),
    handle: async ({ params, body, account, access, res }) => {
      const agreement = await mustRead(deps, params.id, access);
      const may = mayOf(account, agreement);
      if (!may.handIn) throw notFound();
      refuseWrongKind(deps, body);
      const at = deps.clock().toISOString();
      const { organizationId, districtId } = agreement;
      const given = { id: randomUUID(), organizationId, districtId, ...body };
      const handedIn = { handedInAt: at, handedInBy: account!.id };
      const checked = may.change
        ? { state: 'accepted' as const, checkedAt: at, checkedBy: account!.id }
        : { state: 'to-check' as const };
      await deps.audit.record({
        action: 'agreements.hand-in',
        account,
        on: { kind: 'agreement', id: agreement.id },
        changes: [{ field: 'documents', to: { ...body, state: checked.state } }],
      });
      await insertDocument(deps.db, { ...given, ...handedIn, ...checked });
      res.status(201);
      return showAgreement(deps, agreement, may);
    },
  });
}

function checkRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/agreements/:id/documents/:documentId/check',
    summary: 'Accept or refuse a paper',
    action: 'agreements.change',
    params: DocumentId,
    body: Check,
    returns: AgreementPage,
    handle: async ({ params, body: { state, reason }, account, access }) => {
      const agreement = await mustChange(deps, params.id, access);
      await deps.audit.record({
        action: 'agreements.change',
        account,
        on: { kind: 'agreement', id: agreement.id },
        changes: [{ field: `documents.${params.documentId}.state`, to: state }],
      });
      const { organizationId, districtId } = agreement;
      const check = { state, checkedAt: deps.clock().toISOString(), checkedBy: account!.id };
      const isKnown = await writeCheck(
        deps.db,
        { id: params.documentId, organizationId, districtId },
        { ...check, ...(reason && { reason }) },
      );
      if (!isKnown) throw notFound();
      return showAgreement(deps, agreement, mayOf(account, agreement));
    },
  });
}

/** @throws AppError 400 for a kind that nobody knows, and one that must say its last day and does not */
function refuseWrongKind({ rules }: Deps, { kind, validUntil }: DocumentFacts): void {
  const known = rules.documents.find(({ code }) => code === kind);
  const errors = !known
    ? [{ path: 'kind', message: 'must be a kind of document' }]
    : known.expires && validUntil === undefined
      ? [{ path: 'validUntil', message: 'say until when it is valid' }]
      : [];
  if (errors.length > 0) throw new AppError(400, 'invalid-input', 'Some of the input is not right.', errors);
}
