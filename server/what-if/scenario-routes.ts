import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { decide } from '../../core/policy/decide.ts';
import { ScenarioDraft } from '../../core/what-if/scenario.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { refuseUnknownTerms } from '../gaps/refuse-unknown-terms.ts';
import { created, nothing } from '../http/answer.ts';
import { AppError, notFound, signInNeeded } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import type { ScenarioRecord } from './scenario-collection.ts';
import {
  countScenarios,
  createScenario,
  deleteScenario,
  listScenarios,
  readScenario,
  restoreScenario,
  writeScenario,
} from './scenario-store.ts';
import { ScenarioList, ScenarioView } from './what-if-answers.ts';

const Id = z.object({ id: z.uuid() });
/** What was changed, so that nobody overwrites what they have not seen. */
const ChangedScenario = ScenarioDraft.extend({ version: z.int().min(1) });

/** A screen shows as many. */
const MOST_LISTED = 100;
const MOST_KEPT = 200;

/** Scenarios, open by their address to whoever may see gaps. */
export function scenarioRoutes(deps: Deps): Route[] {
  return [...readingRoutes(deps), ...changingRoutes(deps)];
}

function readingRoutes({ db }: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/scenarios',
      summary: 'The scenarios that are kept',
      action: 'scenarios.list',
      returns: ScenarioList,
      handle: async ({ account }) => {
        const found = await listScenarios(db, MOST_LISTED);
        return { items: found.map((record) => viewOf(record, account)) };
      },
    }),
    route({
      method: 'get',
      path: '/scenarios/:id',
      summary: 'One scenario',
      action: 'scenarios.read',
      params: Id,
      returns: ScenarioView,
      handle: async ({ params, account }) => viewOf(await mustRead(db, params.id), account),
    }),
  ];
}

function changingRoutes(deps: Deps): Route[] {
  const { db, clock } = deps;
  const opened = async (id: string, access: Access) => {
    const record = await readScenario(db, id);
    if (!record) throw notFound();
    await access.must({ accountId: record.accountId });
    return record;
  };
  return [
    route({
      method: 'post',
      path: '/scenarios',
      summary: 'Keep a scenario',
      action: 'scenarios.edit',
      body: ScenarioDraft,
      returns: created(ScenarioView),
      handle: async ({ body, account, access, res }) => {
        await access.must({ accountId: account?.id });
        if (!account) throw signInNeeded();
        const record = await addScenario(deps, body, account);
        res.status(201).location(`/api/v1/scenarios/${record.id}`);
        return viewOf(record, account);
      },
    }),
    route({
      method: 'put',
      path: '/scenarios/:id',
      summary: 'Change a scenario',
      action: 'scenarios.edit',
      params: Id,
      body: ChangedScenario,
      returns: ScenarioView,
      handle: async ({ params, body: { version, ...draft }, account, access }) => {
        await opened(params.id, access);
        refuseUnknownTerms(deps, draft.question.terms);
        const isWritten = await writeScenario(db, params.id, version, draft, clock());
        const stored = await mustRead(db, params.id);
        if (!isWritten) throw changedByOther();
        return viewOf(stored, account);
      },
    }),
    route({
      method: 'delete',
      path: '/scenarios/:id',
      summary: 'Delete a scenario',
      action: 'scenarios.edit',
      params: Id,
      returns: nothing,
      handle: async ({ params, access }) => {
        await opened(params.id, access);
        await deleteScenario(db, params.id, clock());
      },
    }),
    route({
      method: 'post',
      path: '/scenarios/:id/restore',
      summary: 'Bring a deleted scenario back',
      action: 'scenarios.edit',
      params: Id,
      returns: ScenarioView,
      handle: async ({ params, account, access }) => {
        await opened(params.id, access);
        await restoreScenario(db, params.id);
        return viewOf(await mustRead(db, params.id), account);
      },
    }),
  ];
}

async function addScenario(deps: Deps, draft: ScenarioDraft, { id: accountId }: Account) {
  const { db, clock } = deps;
  refuseUnknownTerms(deps, draft.question.terms);
  if ((await countScenarios(db, accountId)) >= MOST_KEPT) throw tooMany();
  const now = clock().toISOString();
  const record: ScenarioRecord = {
    id: randomUUID(),
    ...draft,
    version: 1,
    createdAt: now,
    changedAt: now,
    accountId,
  };
  await createScenario(db, record);
  return record;
}

async function mustRead(db: Deps['db'], id: string): Promise<ScenarioRecord> {
  const record = await readScenario(db, id);
  if (!record || record.clearAt) throw notFound();
  return record;
}

function viewOf({ accountId, clearAt: _clearAt, ...scenario }: ScenarioRecord, account: Account | null) {
  const view: z.infer<typeof ScenarioView> = {
    ...scenario,
    mayEdit: decide(account, 'scenarios.edit', { accountId }).allowed,
  };
  return view;
}

function changedByOther(): AppError {
  return new AppError(
    409,
    'scenario-changed',
    'Somebody else has saved this scenario in the meantime. Look at theirs first; yours is still here.',
  );
}

function tooMany(): AppError {
  return new AppError(409, 'too-many-scenarios', 'You keep 200 scenarios. Delete one you no longer need.');
}
