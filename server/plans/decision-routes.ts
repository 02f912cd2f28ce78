import { z } from 'zod';
import { PlanChange, type PlanConflict } from '../../core/placement/plan.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { DecisionBody, decideRows, ROW, rowsToDecide } from './decide-rows.ts';
import { beginDecision, endDecision, lastDecision, markUndone } from './decision-store.ts';
import { type OpenRow, type OpenRows, readOpenRows } from './open-rows.ts';
import { pairId, readPairs, revertPair, setPair } from './pair-store.ts';
import type { PlanDecisionRecord } from './plan-collections.ts';
import { mustReadPlan } from './plan-store.ts';
import { viewRows } from './row-view.ts';
import { isWithin, summarizePlan } from './summarize-plan.ts';
import { rowsToUndo, undoRows } from './undo-decision.ts';

const Id = z.object({ id: z.uuid() });
const Together = z.strictObject({ rows: z.tuple([ROW, ROW]), together: z.boolean() });

/** What is decided on a plan: who may, may for the rows that are open. */
export function decisionRoutes(deps: Deps): Route[] {
  const { db } = deps;
  const readOpen = async (id: string, access: Access) => readOpenRows(db, await mustReadPlan(db, id), access);
  return [
    route({
      method: 'post',
      path: '/placement-plans/:id/decisions',
      summary: 'Accept, refuse or reopen rows',
      action: 'plans.decide',
      params: Id,
      body: DecisionBody,
      returns: PlanChange,
      handle: async ({ params, body, access, account }) =>
        decide(deps, await readOpen(params.id, access), body, { access, account }),
    }),
    route({
      method: 'post',
      path: '/placement-plans/:id/together',
      summary: 'Ask that two students come to the same place',
      action: 'plans.decide',
      params: Id,
      body: Together,
      returns: PlanChange,
      handle: async ({ params, body, access, account }) =>
        keepTogether(deps, await readOpen(params.id, access), body, { access, account }),
    }),
    route({
      method: 'post',
      path: '/placement-plans/:id/undo',
      summary: 'Take the last decision back',
      action: 'plans.decide',
      params: Id,
      returns: PlanChange,
      handle: async ({ params, access }) => undo(deps, await readOpen(params.id, access), access),
    }),
  ];
}

interface Asker {
  access: Access;
  account: Account | null;
}

async function decide(deps: Deps, open: OpenRows, body: DecisionBody, { access, account }: Asker) {
  const rows = rowsToDecide(open.rows, body);
  const { named, unknown } = namedRows(open, body, rows);
  if (named.length === 0 && unknown.length > 0) throw notFound();
  await note(access, open, named);
  const gone = unknown.map((row): PlanConflict => ({ row, code: 'need-gone' }));
  if (rows.length === 0) return tell(deps, open, access, [], gone);
  const decision = await begin(deps, open, body.decision, rows, account);
  const { changed, conflicts } = await decideRows(deps, rows, body, decision);
  await endDecision(deps.db, decision, changed.length);
  if (changed.length === 0 && conflicts.length > 0) throw refused(conflicts);
  return tell(
    deps,
    open,
    access,
    changed.map(({ row }) => row.id),
    [...gone, ...conflicts],
  );
}

/** The rows of which the answer tells something, and ids that are none, or none that are open. */
function namedRows(open: OpenRows, { rows: asked }: DecisionBody, changing: OpenRow[]) {
  if (asked === 'all') return { named: changing, unknown: [] };
  const byId = new Map(open.rows.map((row) => [row.id, row]));
  const ids = [...new Set(asked)];
  return { named: ids.flatMap((id) => byId.get(id) ?? []), unknown: ids.filter((id) => !byId.has(id)) };
}

async function keepTogether(
  deps: Deps,
  open: OpenRows,
  { rows: ids, together }: z.output<typeof Together>,
  { access, account }: Asker,
) {
  const [a, b] = ids.map((id) => open.rows.find((row) => row.id === id));
  if (!a || !b) throw notFound();
  await note(access, open, [a, b]);
  if (a.student.id === b.student.id) throw sameStudent();
  const pairs = await readPairs(deps.db, open.plan.id);
  const id = pairId(open.plan.id, a.id, b.id);
  const isTogether = pairs.some((pair) => pair.id === id && pair.active);
  if (isTogether === together) return tell(deps, open, access, [], []);
  const decision = await begin(deps, open, together ? 'together' : 'apart', [a, b], account);
  await setPair(deps.db, decision, [a, b], together);
  await endDecision(deps.db, decision, 2);
  return tell(deps, open, access, [a.id, b.id], []);
}

async function undo(deps: Deps, open: OpenRows, access: Access): Promise<PlanChange> {
  const { db } = deps;
  const decision = await lastDecision(db, open.plan.id);
  const rows = decision && isWithin(decision, open.part) && (await rowsToUndo(db, decision, open.rows));
  if (!decision || !rows) throw await nothingToUndo(access);
  const pairs = await readPairs(db, open.plan.id, decision.number);
  const paired = open.rows.filter(({ id }) => pairs.some((pair) => pair.rows.includes(id)));
  await note(access, open, [...rows.map(({ row }) => row), ...paired]);
  for (const pair of pairs) await revertPair(db, pair);
  const { changed, conflicts } = await undoRows(deps, decision, rows);
  if (changed.length === 0 && conflicts.length > 0) throw refused(conflicts);
  await markUndone(db, decision);
  const ids = [...changed.map(({ row }) => row.id), ...paired.map(({ id }) => id)];
  return tell(deps, open, access, ids, conflicts);
}

/** Written down before it is done. */
function note(access: Access, { plan }: OpenRows, rows: readonly OpenRow[]): Promise<void> {
  const ids = new Set(rows.map(({ student }) => student.id));
  return access.saw([...ids], { on: { kind: 'plan', id: plan.id } });
}

function begin(
  { db, clock }: Deps,
  { plan }: OpenRows,
  kind: PlanDecisionRecord['kind'],
  rows: readonly OpenRow[],
  account: Account | null,
): Promise<PlanDecisionRecord> {
  const schoolIds = [...new Set(rows.map(({ student }) => student.schoolId))].sort();
  const at = clock().toISOString();
  return beginDecision(db, { planId: plan.id, kind, schoolIds, at, accountId: account?.id });
}

/** The plan after a decision, read anew. */
async function tell(
  deps: Deps,
  { plan }: OpenRows,
  access: Access,
  changed: readonly string[],
  conflicts: PlanConflict[],
): Promise<PlanChange> {
  const [open, pairs] = await Promise.all([readOpenRows(deps.db, plan, access), readPairs(deps.db, plan.id)]);
  const summary = await summarizePlan(deps, open);
  const ids = new Set(changed);
  const rows = (await viewRows(deps, open.rows, pairs)).filter(({ id }) => ids.has(id));
  return { summary, rows, conflicts };
}

/** Nothing at all could be done. `path` is the row, `message` a code of PLAN_CONFLICTS. */
function refused(conflicts: readonly PlanConflict[]): AppError {
  return new AppError(
    409,
    'plan-conflicts',
    'None of this could be done any more. Nothing was changed.',
    conflicts.map(({ row, code }) => ({ path: row, message: code })),
  );
}

async function nothingToUndo(access: Access): Promise<AppError> {
  await access.saw([]);
  return new AppError(409, 'nothing-to-undo', 'There is nothing here that you could take back.');
}

function sameStudent(): AppError {
  const message = 'two different students';
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', [{ path: 'rows', message }]);
}
