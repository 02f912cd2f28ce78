import { z } from 'zod';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { mustBeConfirmed } from '../accounts/confirm.ts';
import type { Deps } from '../deps.ts';
import { AppError, NotOpen, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readDistrict } from '../settings/district-store.ts';
import { forgetStudent } from './forget-student.ts';
import { liftForgotten } from './forgotten-store.ts';
import { readStudent } from './student-store.ts';
import { ForgottenStudent, LiftedStudent } from './students-answers.ts';

const Id = z.object({ id: z.string().max(100) });
const number = z.string().trim().min(1).max(100);

/** What cannot be undone asks for the student's number, typed by whoever does it. */
export function forgetRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'delete',
      path: '/students/:id',
      summary: 'Forget a student for good',
      action: 'student.forget',
      params: Id,
      body: z.strictObject({ number }),
      returns: ForgottenStudent,
      handle: async ({ params, body, access, req }) => {
        const student = await readStudent(deps.db, params.id);
        if (!student) throw notFound();
        const resource = studentResource(student, utcDay(deps.clock()));
        if (!access.may(resource)) throw new NotOpen();
        mustBeConfirmed(req, deps);
        if (body.number !== student.localId) throw wrongNumber();
        // Only now, as it writes down that the student is forgotten.
        await access.must(resource);
        return { removed: await forgetStudent(deps, student, deps.clock()) };
      },
    }),
    route({
      method: 'post',
      path: '/forgotten-students/lift',
      summary: 'Let an import bring a forgotten student back',
      action: 'forgotten-students.lift',
      body: z.strictObject({ number }),
      returns: LiftedStudent,
      handle: async ({ body, account, access }) => {
        const district = await readDistrict(deps.db);
        if (!district) throw notFound();
        await access.must({ districtId: district.id });
        await deps.audit.record({ action: 'forgotten-students.lift', account });
        const mark = { districtId: district.id, localId: body.number };
        return { lifted: await liftForgotten(deps, mark) };
      },
    }),
  ];
}

function wrongNumber(): AppError {
  return new AppError(
    400,
    'wrong-number',
    'This is not the number of this student. Nothing was changed. Type the number as it is shown.',
  );
}
