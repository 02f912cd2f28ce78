import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GoalFacts } from '../../core/assessments/goal.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readDistrict } from '../settings/district-store.ts';
import { AssessmentGoal } from './assessments-answers.ts';
import { changedByOther, refuseUnknown } from './changed-by-other.ts';
import { insertGoal, readGoal, replaceGoal } from './goal-store.ts';
import { askedIn } from './question-store.ts';

const Id = z.object({ id: z.string().max(100) });
const NewGoal = GoalFacts.extend({ districtId: z.string().min(1).max(100) });
/** What it is about stays: another aim is another goal. */
const ChangedGoal = GoalFacts.pick({ target: true, note: true }).extend({
  version: z.int().min(1),
  dropped: z.boolean(),
});

/** What a district wants its schools to reach. */
export function goalRoutes(deps: Deps): Route[] {
  return [setRoute(deps), changeRoute(deps)];
}

function setRoute(deps: Deps): Route {
  const { db, audit } = deps;
  return route({
    method: 'post',
    path: '/assessment-goals',
    summary: 'Set a goal for the schools of a district',
    action: 'assessments.lead',
    body: NewGoal,
    returns: created(AssessmentGoal),
    handle: async ({ body: { districtId, ...facts }, account, access, res }) => {
      await access.must({ districtId });
      if (!(await readDistrict(db, districtId))) throw notFound();
      const asked = (await askedIn(deps, [districtId]))(districtId, facts.year);
      const { on } = facts;
      if (!asked.some(({ id, group }) => (on.kind === 'group' ? group : id) === on.id))
        throw refuseUnknown('on', 'this is not asked in that year');
      const goal = { ...facts, id: randomUUID(), districtId, version: 1, dropped: false };
      const changes = fieldChanges({}, facts);
      const where = { kind: 'assessment-goal', id: goal.id };
      await audit.record({ action: 'assessments.lead', account, on: where, changes });
      await insertGoal(db, goal);
      res.status(201);
      return goal;
    },
  });
}

function changeRoute({ db, audit }: Deps): Route {
  return route({
    method: 'put',
    path: '/assessment-goals/:id',
    summary: 'Change a goal',
    action: 'assessments.lead',
    params: Id,
    body: ChangedGoal,
    returns: AssessmentGoal,
    handle: async ({ params, body: { version, ...facts }, account, access }) => {
      const before = await readGoal(db, params.id);
      if (!before) throw notFound();
      await access.must({ districtId: before.districtId });
      if (before.version !== version) throw changedByOther();
      const next = { ...before, ...facts, version: version + 1 };
      const { target, note, dropped } = before;
      const changes = fieldChanges({ target, note, dropped }, facts);
      const on = { kind: 'assessment-goal', id: before.id };
      await audit.record({ action: 'assessments.lead', account, on, changes });
      if (!(await replaceGoal(db, next))) throw changedByOther();
      return next;
    },
  });
}
