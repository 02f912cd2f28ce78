import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ActionFacts, ActionState } from '../../core/assessments/action.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { notFound, signInNeeded } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { insertAction, readAction, replaceAction } from './action-store.ts';
import type { ActionRecord } from './assessment-collections.ts';
import { AssessmentPage } from './assessments-answers.ts';
import { changedByOther } from './changed-by-other.ts';
import { findPlace, placeResource } from './places.ts';
import { showPlace } from './show-place.ts';

const Id = z.object({ id: z.string().max(100) });
const ChangedAction = ActionFacts.extend({ version: z.int().min(1), state: ActionState });

/** Events that are kept in the action itself; the log keeps all. */
const MOST_EVENTS = 100;

/** What is to be done about a gap, by whom, until when, and what became of it. */
export function actionRoutes(deps: Deps): Route[] {
  return [addRoute(deps), changeRoute(deps)];
}

function addRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/assessments/:id/actions',
    summary: 'Say what is to be done',
    action: 'assessments.rate',
    params: Id,
    body: ActionFacts,
    returns: created(AssessmentPage),
    handle: async ({ params, body, account, access, res }) => {
      const place = await findPlace(deps.db, params.id);
      await access.must(placeResource(place));
      if (!account) throw signInNeeded();
      const made = { ...body, id: randomUUID(), placeId: place.id, state: 'open', version: 1 } as const;
      await note(deps, account, made.id, {}, body);
      await insertAction(deps.db, { ...made, history: [eventOf(deps, account, made)] });
      res.status(201);
      return showPlace(deps, place, body.year, account);
    },
  });
}

function changeRoute(deps: Deps): Route {
  return route({
    method: 'put',
    path: '/assessment-actions/:id',
    summary: 'Change what is to be done, or say that it is',
    action: 'assessments.rate',
    params: Id,
    body: ChangedAction,
    returns: AssessmentPage,
    handle: async ({ params, body: { version, ...changes }, account, access }) => {
      const before = await readAction(deps.db, params.id);
      if (!before) throw notFound();
      const place = await findPlace(deps.db, before.placeId);
      await access.must(placeResource(place));
      if (!account) throw signInNeeded();
      if (before.version !== version) throw changedByOther();
      const { id, placeId, history, version: _, ...facts } = before;
      await note(deps, account, id, facts, changes);
      const events = [...history, eventOf(deps, account, changes)].slice(-MOST_EVENTS);
      const next = { ...changes, id, placeId, history: events, version: version + 1 };
      if (!(await replaceAction(deps.db, next))) throw changedByOther();
      return showPlace(deps, place, next.year, account);
    },
  });
}

function eventOf(
  { clock }: Deps,
  { id }: Account,
  { owner, dueOn, state }: Pick<ActionRecord, 'owner' | 'dueOn' | 'state'>,
) {
  return { at: clock().toISOString(), by: id, owner, dueOn, state };
}

function note({ audit }: Deps, account: Account, id: string, before: object, after: object): Promise<void> {
  const on = { kind: 'assessment-action', id };
  return audit.record({ action: 'assessments.rate', account, on, changes: fieldChanges(before, after) });
}
