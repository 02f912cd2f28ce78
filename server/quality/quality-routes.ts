import { z } from 'zod';
import { JobView } from '../../core/jobs/job.ts';
import { qualityRule } from '../../core/quality/all-quality-rules.ts';
import { QUALITY_HEADER, qualityLine } from '../../core/quality/quality-csv.ts';
import type { QualityRule } from '../../core/quality/quality-rule.ts';
import { QualityRow, QualityView } from '../../core/quality/quality-view.ts';
import type { Deps } from '../deps.ts';
import { accepted, file } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { pagedListOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { sendPieces } from '../http/send-pieces.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { createJob } from '../jobs/job-store.ts';
import { listRecords } from './list-records.ts';
import { lookAgain } from './look-again.ts';
import { qualityContext } from './quality-context.ts';
import { readBackground } from './quality-store.ts';
import { sightOf } from './sight.ts';
import { viewQuality } from './view-quality.ts';

const PAGE = 25;
/** Records that a file is written from at once. */
const FILE_PAGE = 500;
const Question = z.object({ rule: z.string().max(50), source: z.string().max(100).optional() });
const Listed = Question.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) });

const DIRECTORY = { about: 'directory' } as const;

/** What is wrong in the directory: counted by a job, told to who keeps it, each with the way to put it right. */
export function qualityRoutes(deps: Deps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'get',
      path: '/quality',
      summary: 'How much is wrong in the directory, by source and rule',
      action: 'quality.read',
      returns: QualityView,
      handle: ({ account, access }) => viewQuality(deps, sightOf(account, access)),
    }),
    route({
      method: 'get',
      path: '/quality/records',
      summary: 'The records in which a rule found something',
      action: 'quality.read',
      query: Listed,
      returns: pagedListOf(QualityRow),
      handle: async ({ query: { page, ...question }, account, access }) => {
        const sight = sightOf(account, access);
        const rule = askedRule(question.rule);
        const at = { skip: (page - 1) * PAGE, limit: PAGE };
        const { items, total } = await listRecords(db, question, sight, at);
        const context = qualityContext(deps, await readBackground(db));
        return { items: await lookAgain(db, rule, items, context, sight), total, page, perPage: PAGE };
      },
    }),
    route({
      method: 'get',
      path: '/quality/records.csv',
      summary: 'The same as a table, all of them',
      action: 'quality.read',
      query: Question,
      returns: file('text/csv'),
      handle: async ({ query, account, access, res }) => {
        const sight = sightOf(account, access);
        const rule = askedRule(query.rule);
        const context = qualityContext(deps, await readBackground(db));
        res.type('text/csv').attachment(`quality-${rule.name}.csv`);
        await sendPieces(res, lines());

        async function* lines(): AsyncGenerator<string> {
          yield QUALITY_HEADER;
          for (let skip = 0; ; skip += FILE_PAGE) {
            const { items } = await listRecords(db, query, sight, { skip, limit: FILE_PAGE });
            const rows = await lookAgain(db, rule, items, context, sight);
            yield rows.flatMap((row) => (row.mended ? [] : qualityLine(rule, row))).join('');
            if (items.length < FILE_PAGE) return;
          }
        }
      },
    }),
    route({
      method: 'post',
      path: '/quality-runs',
      summary: 'Count anew what is wrong in the directory',
      action: 'quality.run',
      startsWork: true,
      returns: accepted(JobView),
      handle: async ({ account, access, res }) => {
        await access.must(DIRECTORY);
        const job = await createJob(db, {
          kind: 'quality',
          params: {},
          step: 'waiting',
          ...(account && { accountId: account.id }),
        });
        await deps.queues.askSoon('quality', 'count', { jobId: job.id });
        return jobStarted(res, '/quality-runs', job);
      },
    }),
    ...jobRoutes(deps, {
      kind: 'quality',
      path: '/quality-runs',
      name: 'count of quality',
      read: 'quality.read',
      cancel: 'quality.run',
      resourceOf: () => DIRECTORY,
    }),
  ];
}

function askedRule(name: string): QualityRule {
  const rule = qualityRule(name);
  if (!rule) throw new AppError(400, 'invalid-input', 'There is no such rule.');
  return rule;
}
