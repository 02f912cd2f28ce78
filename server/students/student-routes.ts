import { z } from 'zod';
import { fieldChanges, patched } from '../../core/audit/field-changes.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { pagedListOf } from '../http/list-of.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { readSchool } from '../schools/school-store.ts';
import { readMatchedTerms } from './matched-terms.ts';
import { changeStudent, findStudents, mustReadNamedStudent } from './named-student-store.ts';
import { schoolsInScope } from './schools-in-scope.ts';
import { studentBody } from './student-body.ts';
import { studentLine } from './student-line.ts';
import { NamedStudent, StudentLine, StudentPage } from './students-answers.ts';

const Id = z.object({ id: z.string().max(100) });
const OneSchool = z.string().max(100).optional();
const page = z.int().min(1).max(10_000);
const perPage = z.int().min(1).max(100, 'at most 100');
const Turned = z.coerce.number('must be a number');
/** What is searched for stands in no address: addresses are written down on their way. */
const List = z.strictObject({
  school: OneSchool,
  page: Turned.pipe(page).default(1),
  perPage: Turned.pipe(perPage).default(50),
});
const Search = z.strictObject({
  school: OneSchool,
  /** A part of the number, or the beginnings of words of the name. */
  q: z.string().trim().max(100, 'at most 100 characters').default(''),
  /** Those who have left, in place of those who are here. */
  left: z.boolean().default(false),
  page: page.default(1),
  perPage: perPage.default(50),
});

/** Which students an account sees is decided in core/policy; who may not see one is told that there is none. */
export function studentRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  return [
    route({
      method: 'get',
      path: '/students',
      summary: 'The students of a school, a page of them',
      action: 'students.list',
      query: List,
      returns: pagedListOf(StudentLine),
      handle: ({ query, access }) => listStudents(deps, access, query),
    }),
    route({
      method: 'post',
      path: '/students/search',
      summary: 'Find students by a part of number or name',
      action: 'students.list',
      body: Search,
      returns: pagedListOf(StudentLine),
      handle: ({ body, access }) => listStudents(deps, access, body),
    }),
    route({
      method: 'get',
      path: '/students/:id',
      summary: "A student's record",
      action: 'student.read',
      params: Id,
      returns: StudentPage,
      handle: async ({ params, access }) => {
        const student = await mustReadNamedStudent(deps, params.id);
        const redact = await access.must(studentResource(student, utcDay(clock())));
        const { circumstances, ...others } = student;
        const shown = redact.has('circumstances') || !circumstances ? others : student;
        return { student: shown, school: await readSchool(deps.db, student.schoolId) };
      },
    }),
    route({
      method: 'patch',
      path: '/students/:id',
      summary: "Change a student's record",
      action: 'student.change',
      params: Id,
      body: studentBody(deps.rules),
      returns: NamedStudent,
      handle: async ({ params, body, access }) => {
        const student = await mustReadNamedStudent(deps, params.id);
        const changes = fieldChanges(student, patched(student, body));
        await access.must(studentResource(student, utcDay(clock())), { changes });
        const changed = await changeStudent(deps, params.id, body, clock());
        if (!changed) throw notFound();
        return changed;
      },
    }),
  ];
}

async function listStudents(
  deps: Deps,
  access: Access,
  query: z.output<typeof List> & { q?: string; left?: boolean },
) {
  const { db } = deps;
  const { page, perPage } = query;
  const { items, total } = await findStudents(deps, {
    schoolIds: (await schoolsInScope(db, access, query.school)).map(({ id }) => id),
    text: query.q,
    left: query.left,
    skip: (page - 1) * perPage,
    limit: perPage,
  });
  const ids = items.map(({ id }) => id);
  await access.saw(ids);
  const matched = await readMatchedTerms(db, ids);
  return {
    items: items.map((student) => studentLine(student, matched.get(student.id))),
    total,
    page,
    perPage,
  };
}
