import { z } from 'zod';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { file } from '../http/answer.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { sendAccessRecordCsv } from './access-record-csv.ts';
import { AccessReasons, AccessRecord, FoundEntries } from './audit-answers.ts';
import { readAccessRecord } from './read-access-record.ts';
import { searchLog } from './search-log.ts';

const Id = z.object({ id: z.string().max(100) });
const Moment = z.iso.datetime({ message: 'must be a moment such as 2026-09-01T00:00:00Z' });
/** Where the page before has ended. */
const Before = z.coerce.number().int().min(1).optional();

/** What is searched for stands in no address: addresses are written down on their way. */
const Search = z.strictObject({
  studentId: z.string().max(100).optional(),
  accountId: z.string().max(100).optional(),
  action: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z.-]*$/, 'must be the name of an action')
    .optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  before: Before,
});

const Page = z.strictObject({ before: Before });

export function auditRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/audit/search',
      summary: 'Search the log of who saw, changed and received what',
      action: 'audit.search',
      body: Search,
      returns: FoundEntries,
      handle: ({ body: { before, ...search }, access }) =>
        searchLog(deps, access, { ...search, ...utc(search) }, before),
    }),
    route({
      method: 'get',
      path: '/students/:id/disclosures',
      summary: "Who saw, changed and received a student's record",
      action: 'access-record.read',
      params: Id,
      query: Page,
      returns: AccessRecord,
      handle: async ({ params, query, access }) =>
        readAccessRecord(deps, await openStudent(deps, params.id, access), query.before),
    }),
    route({
      method: 'get',
      path: '/students/:id/disclosures.csv',
      summary: 'The same as a file',
      action: 'access-record.read',
      params: Id,
      returns: file('text/csv'),
      handle: async ({ params, access, account, res }) => {
        const { id } = await openStudent(deps, params.id, access);
        await sendAccessRecordCsv(deps, id, account?.language ?? 'en', res);
      },
    }),
    route({
      method: 'get',
      path: '/audit/reasons',
      summary: 'The reasons for which records are read',
      action: 'settings.read',
      returns: AccessReasons,
      handle: () => ({ items: deps.rules.reasons }),
    }),
  ];
}

async function openStudent(deps: Deps, id: string, access: Access) {
  const student = await mustReadNamedStudent(deps, id);
  await access.must(studentResource(student, utcDay(deps.clock())));
  return student;
}

/** Entries are compared as texts, so moments have to be written as theirs are. */
function utc({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  const written = (moment: string | undefined) => moment && new Date(moment).toISOString();
  return { from: written(from), to: written(to) };
}
