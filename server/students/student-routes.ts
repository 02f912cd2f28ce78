import { z } from 'zod';
import { studentResource, utcDay } from '../../core/policy/student-resource.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { listSchools, readSchool } from '../schools/school-store.ts';
import { readMatchedTerms } from './matched-terms.ts';
import { studentBody } from './student-body.ts';
import { studentLine } from './student-line.ts';
import { changeStudent, findStudents, readStudent } from './student-store.ts';

const Id = z.object({ id: z.string().max(100) });
const List = z.object({
  school: z.string().max(100).optional(),
  q: z.string().trim().max(100, 'at most 100 characters').optional(),
  page: z.coerce.number('must be a number').int().min(1).max(10_000).default(1),
  perPage: z.coerce.number('must be a number').int().min(1).max(100, 'at most 100').default(50),
});

/** Which students an account sees is decided in core/policy; who may not see one is told that there is none. */
export function studentRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  return [
    route({
      method: 'get',
      path: '/students',
      action: 'students.list',
      query: List,
      handle: ({ query, access }) => listStudents(deps, access, query),
    }),
    route({
      method: 'get',
      path: '/students/:id',
      action: 'student.read',
      params: Id,
      handle: async ({ params, access }) => {
        const student = await readStudent(deps.db, params.id);
        if (!student) throw notFound();
        await access.must(studentResource(student, utcDay(clock())));
        return { student, school: await readSchool(deps.db, student.schoolId) };
      },
    }),
    route({
      method: 'patch',
      path: '/students/:id',
      action: 'student.change',
      params: Id,
      body: studentBody(deps.rules.taxonomy),
      handle: async ({ params, body, access }) => {
        const student = await readStudent(deps.db, params.id);
        if (!student) throw notFound();
        await access.must(studentResource(student, utcDay(clock())));
        const changed = await changeStudent(deps.db, params.id, body, clock());
        if (!changed) throw notFound();
        return changed;
      },
    }),
  ];
}

async function listStudents({ db }: Deps, access: Access, query: z.output<typeof List>) {
  const { page, perPage } = query;
  const { items, total } = await findStudents(db, {
    schoolIds: (await schoolsInScope(db, access, query.school)).map(({ id }) => id),
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
async function schoolsInScope(db: Deps['db'], access: Access, asked: string | undefined): Promise<School[]> {
  const found = asked ? [await readSchool(db, asked)] : await listSchools(db);
  const known = found.filter((school) => school !== null);
  const seen = known.filter(access.opens(({ id, districtId }) => ({ districtId, schoolIds: [id] })));
  if (asked && seen.length === 0) throw notFound();
  return seen;
}
