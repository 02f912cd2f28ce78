import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { file } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readSchool } from '../schools/school-store.ts';
import { readMatchedTerms } from './matched-terms.ts';
import { readSchoolStudents } from './student-store.ts';
import { studentsCsv } from './students-csv.ts';

/** The students of a school as a file; who takes one along is written down with all whom it tells of. */
export function exportRoute({ db }: Pick<Deps, 'db'>): Route {
  return route({
    method: 'get',
    path: '/schools/:id/students.csv',
    summary: 'The students of a school as a file, without names and numbers',
    action: 'students.export',
    params: z.object({ id: z.string().max(100) }),
    returns: file('text/csv'),
    handle: async ({ params, access, res }) => {
      const school = await readSchool(db, params.id);
      if (!school) throw notFound();
      await access.must({ districtId: school.districtId, schoolIds: [school.id] });
      const students = await readSchoolStudents(db, school.id);
      const ids = students.map(({ id }) => id);
      await access.saw(ids);
      res.type('text/csv').attachment('students.csv');
      res.send(studentsCsv(students, await readMatchedTerms(db, ids)));
    },
  });
}
