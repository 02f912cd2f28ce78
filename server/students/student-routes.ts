import { z } from 'zod';
import type { School } from '../../core/schools/school.ts';
import type { Account } from '../accounts/account.ts';
import { mayEditStudent, maySeeSchoolStudents, maySeeStudent } from '../accounts/policy.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { listSchools, readSchool } from '../schools/school-store.ts';
import { readMatchedTerms } from './matched-terms.ts';
import { studentBody } from './student-body.ts';
import { studentLine } from './student-line.ts';
import { changeStudent, findStudents, readStudent } from './student-store.ts';

const STAFF = ['administrator', 'district-leader', 'coordinator', 'staff'] as const;

const Id = z.object({ id: z.string().max(100) });
const List = z.object({
  school: z.string().max(100).optional(),
  q: z.string().trim().max(100, 'at most 100 characters').optional(),
  page: z.coerce.number('must be a number').int().min(1).max(10_000).default(1),
  perPage: z.coerce.number('must be a number').int().min(1).max(100, 'at most 100').default(50),
});

/** Which students an account sees is decided in accounts/policy.ts; who may not see one is told that there is none. */
export function studentRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  return [
    route({
      method: 'get',
      path: '/students',
      who: STAFF,
      query: List,
      handle: ({ query, account }) => listStudents(deps, account, query),
    }),
    route({
      method: 'get',
      path: '/students/:id',
      who: [...STAFF, 'family'],
      params: Id,
      handle: async ({ params, account }) => {
        const student = await readStudent(deps.db, params.id);
        if (!student || !maySeeStudent(account, student)) throw notFound();
        return { student, school: await readSchool(deps.db, student.schoolId) };
      },
    }),
    route({
      method: 'patch',
      path: '/students/:id',
      who: ['coordinator', 'administrator'],
      params: Id,
      body: studentBody(deps.rules.taxonomy),
      handle: async ({ params, body, account }) => {
        const student = await readStudent(deps.db, params.id);
        if (!student || !mayEditStudent(account, student)) throw notFound();
        const changed = await changeStudent(deps.db, params.id, body, clock());
        if (!changed) throw notFound();
        return changed;
      },
    }),
  ];
}

async function listStudents({ db }: Deps, account: Account | null, query: z.output<typeof List>) {
  const { page, perPage } = query;
  const { items, total } = await findStudents(db, {
    schoolIds: (await schoolsInScope(db, account, query.school)).map(({ id }) => id),
    localId: query.q,
    skip: (page - 1) * perPage,
    limit: perPage,
  });
  const matched = await readMatchedTerms(
    db,
    items.map(({ id }) => id),
  );
  return {
    items: items.map((student) => studentLine(student, matched.get(student.id))),
    total,
    page,
    perPage,
  };
}

/** The school that is asked for, or all that the account may see the students of. */
async function schoolsInScope(
  db: Deps['db'],
  account: Account | null,
  asked: string | undefined,
): Promise<School[]> {
  const found = asked ? [await readSchool(db, asked)] : await listSchools(db);
  const seen = found.filter(
    (school) =>
      school && maySeeSchoolStudents(account, { schoolId: school.id, districtId: school.districtId }),
  ) as School[];
  if (asked && seen.length === 0) throw notFound();
  return seen;
}
