import { z } from 'zod';
import { DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import { DuplicateList, MergeList } from '../../core/duplicates/duplicate-view.ts';
import { COMPARED_FIELDS } from '../../core/duplicates/tell-sides.ts';
import { JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { accepted, nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { createJob } from '../jobs/job-store.ts';
import { whileTelling } from '../webhooks/while-telling.ts';
import { Merged } from './duplicates-answers.ts';
import { mergeRecords, readJudgedMerge, undoMerge } from './merge-records.ts';
import { countOpen, judgePair, listPairs, readPair } from './pair-store.ts';
import { showMerges } from './show-merges.ts';
import { showPairs } from './show-pairs.ts';
import { giveBackFields, takeFields } from './take-fields.ts';

const Id = z.object({ id: z.string().max(300) });
const PAGE = 10;
const ListQuery = z.object({
  kind: DuplicateKind.default('organization'),
  state: z.enum(['open', 'different']).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const Verdict = z.strictObject({ state: z.enum(['open', 'different']) });
const MergeBody = z.strictObject({
  kind: DuplicateKind,
  /** The record that stays, and the one that is found there from now on. */
  keep: z.string().max(100),
  drop: z.string().max(100),
  /** Fields of the other that are taken over. */
  take: z.array(z.string().max(50)).max(20).default([]),
});

/** It is all of the directory, confidential places as well: for those who keep it. */
const DIRECTORY = { about: 'directory' } as const;

/** Duplicates: looking for them, what was found, and merging two into one. */
export function duplicateRoutes(deps: Deps): Route[] {
  const { db } = deps;
  const merging = { db, taxonomy: deps.rules.taxonomy, clock: deps.clock };
  return [
    route({
      method: 'post',
      path: '/duplicate-runs',
      summary: 'Look for what is twice in the directory',
      action: 'duplicates.run',
      startsWork: true,
      returns: accepted(JobView),
      handle: async ({ account, access, res }) => {
        await access.must(DIRECTORY);
        const job = await createJob(db, {
          kind: 'duplicates',
          params: {},
          step: 'waiting',
          ...(account && { accountId: account.id }),
        });
        await deps.queues.askSoon('duplicates', 'find', { jobId: job.id });
        return jobStarted(res, '/duplicate-runs', job);
      },
    }),
    ...jobRoutes(deps, {
      kind: 'duplicates',
      path: '/duplicate-runs',
      name: 'search for duplicates',
      read: 'duplicates.read',
      cancel: 'duplicates.run',
      resourceOf: () => DIRECTORY,
    }),
    route({
      method: 'get',
      path: '/duplicates',
      summary: 'Pairs of records that may be one, with what speaks for it and against',
      action: 'duplicates.read',
      query: ListQuery,
      returns: DuplicateList,
      handle: async ({ query: { kind, state, page }, access }) => {
        await access.must(DIRECTORY);
        const [{ items, total }, open] = await Promise.all([
          listPairs(db, { kind, state, skip: (page - 1) * PAGE, limit: PAGE }),
          countOpen(db),
        ]);
        return { items: await showPairs(db, kind, items), total, open };
      },
    }),
    route({
      method: 'put',
      path: '/duplicates/:id/state',
      summary: 'Say that two records are two, or take that back',
      action: 'duplicates.judge',
      params: Id,
      body: Verdict,
      returns: nothing,
      handle: async ({ params, body, account, access }) => {
        await access.must(DIRECTORY);
        const pair = await readPair(db, params.id);
        if (!pair || !account) throw notFound();
        await deps.audit.record({
          action: 'duplicates.judge',
          account,
          on: { kind: pair.kind, id: pair.ids[0] },
          changes: [{ field: `with ${pair.ids[1]}`, from: pair.state, to: body.state }],
        });
        await judgePair(db, pair.id, body.state, { account: account.id, at: deps.clock().toISOString() });
      },
    }),
    route({
      method: 'get',
      path: '/merges',
      summary: 'Records that were merged into others, newest first',
      action: 'duplicates.read',
      returns: MergeList,
      handle: async ({ access }) => {
        await access.must(DIRECTORY);
        return showMerges(db);
      },
    }),
    route({
      method: 'post',
      path: '/merges',
      summary: 'Merge one record into another',
      action: 'duplicates.judge',
      body: MergeBody,
      returns: Merged,
      handle: async ({ body: { take, ...asked }, account, access }) => {
        await access.must(DIRECTORY);
        if (!account) throw notFound();
        const fields: readonly string[] = COMPARED_FIELDS[asked.kind];
        if (take.some((field) => !fields.includes(field)))
          throw new AppError(400, 'invalid-input', 'There is no such field to take over.');
        await deps.audit.record({
          action: 'duplicates.judge',
          account,
          on: { kind: asked.kind, id: asked.drop },
          changes: [{ field: 'mergedInto', to: asked.keep }],
        });
        const { kind, keep, drop } = asked;
        const told = [
          { kind, id: drop, change: 'merged', into: keep },
          { kind, id: keep, change: 'changed' },
        ] as const;
        const { id, into, at } = await whileTelling(deps, told, () =>
          mergeRecords(merging, asked, account.id),
        );
        if (take.length > 0) await takeFields(deps, { ...asked, id, into }, take, { account });
        return { id, kind, into, at };
      },
    }),
    route({
      method: 'delete',
      path: '/merges/:id',
      summary: 'Make two records of a merged one again',
      action: 'duplicates.judge',
      params: Id,
      returns: nothing,
      handle: async ({ params, account, access }) => {
        await access.must(DIRECTORY);
        if (!account) throw notFound();
        const { kind, into } = await readJudgedMerge(db, params.id);
        await deps.audit.record({
          action: 'duplicates.judge',
          account,
          on: { kind, id: params.id },
          changes: [{ field: 'mergedInto', from: into }],
        });
        const told = [
          { kind, id: params.id, change: 'separated', into },
          { kind, id: into, change: 'changed' },
        ] as const;
        const undone = await whileTelling(deps, told, () => undoMerge(merging, params.id));
        await giveBackFields(deps, undone, { account });
      },
    }),
  ];
}
