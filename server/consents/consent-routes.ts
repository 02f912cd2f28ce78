import { z } from 'zod';
import { ConsentTerms } from '../../core/consents/consent.ts';
import { signingResource } from '../../core/consents/rights-holder.ts';
import { decide } from '../../core/policy/decide.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { checkConsent, SignedForm } from './check-consent.ts';
import { insertConsent, readConsents } from './consent-store.ts';
import { showForm } from './consent-texts.ts';
import { ConsentPage, GivenConsent, ShownForm } from './consents-answers.ts';
import { endingRoute } from './ending-route.ts';
import { showConsents } from './show-consents.ts';
import { viewConsent } from './view-consent.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const Id = z.object({ id: z.string().max(100) });
const ConsentId = Id.extend({ consentId: z.string().max(100) });
const Withdrawal = z.strictObject({
  reason: z.string().trim().min(1).max(1000, 'at most 1,000 characters').optional(),
});

/** What families agree to. Parents sign while the student is under 18, the student from then on (core/consents). */
export function consentRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/students/:id/consents',
      summary: "A student's consents, and what was shared",
      action: 'consents.read',
      params: Id,
      returns: ConsentPage,
      handle: async ({ params, account, access }) => {
        const student = await mustReadNamedStudent(deps, params.id);
        const day = utcDay(deps.clock());
        const resource = studentResource(student, day);
        await access.must(resource);
        const forSchool = decide(account, 'consents.record', resource).allowed;
        return showConsents(deps, student, day, forSchool);
      },
    }),
    route({
      method: 'post',
      path: '/students/:id/consent-forms',
      summary: 'The form as it would be signed',
      action: 'consents.read',
      params: Id,
      body: ConsentTerms,
      returns: ShownForm,
      handle: async ({ params, body, access }) => {
        const student = await mustReadNamedStudent(deps, params.id);
        await access.must(studentResource(student, utcDay(deps.clock())));
        return showForm(deps, student, body);
      },
    }),
    giveRoute(deps),
    withdrawRoute(deps),
    endingRoute(deps),
  ];
}

function giveRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/consents',
    summary: 'Sign a consent, or record a signed one',
    action: 'consents.give',
    params: Id,
    body: SignedForm,
    returns: created(GivenConsent),
    handle: async ({ params, body, account, access, res }) => {
      const now = deps.clock();
      const student = await mustReadNamedStudent(deps, params.id);
      const resource = signingResource(student, utcDay(now));
      if (!access.may(resource)) throw notFound();
      const mayRecord = decide(account, 'consents.record', resource).allowed;
      refuseWrongDoor(body.method, account!, student, mayRecord);
      const signed = body.method === 'online' ? { ...body, signedAt: utcDay(now) } : body;
      const consent = await checkConsent(deps, student, signed, { accountId: account!.id, now });
      await access.must(resource, { on: { kind: 'consent', id: consent.id } });
      await insertConsent(deps.db, consent);
      const sealer = await studentSealer(deps, student.id);
      res.status(201);
      return viewConsent(consent, sealer!, student, utcDay(now));
    },
  });
}

function withdrawRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/consents/:consentId/withdraw',
    summary: 'Withdraw a consent',
    action: 'consents.withdraw',
    params: ConsentId,
    body: Withdrawal,
    returns: ConsentPage,
    handle: async ({ params, body, account, access }) => {
      const now = deps.clock();
      const student = await mustReadNamedStudent(deps, params.id);
      const known = (await readConsents(deps.db, student.id)).some(({ id }) => id === params.consentId);
      // In the month in which the right passes, parent and student may both take back.
      const strict = signingResource(student, utcDay(now));
      const resource = access.may(strict) ? strict : studentResource(student, utcDay(now));
      await access.must(resource, { on: { kind: 'consent', id: params.consentId } });
      if (!known) throw notFound();
      await withdrawConsent(
        deps,
        { studentId: student.id, id: params.consentId },
        { reason: body.reason, accountId: account!.id, now },
      );
      return showConsents(deps, student, utcDay(now), decide(account, 'consents.record', resource).allowed);
    },
  });
}

/** Online signs who holds the right, with the own account; paper is recorded by the school, never by the signer. */
function refuseWrongDoor(
  method: SignedForm['method'],
  { grants }: Account,
  student: NamedStudent,
  mayRecord: boolean,
): void {
  const signsAlone = grants.some(
    ({ role, studentIds }) => (role === 'family' || role === 'student') && studentIds.includes(student.id),
  );
  if (method === 'online' ? signsAlone : mayRecord) return;
  throw new AppError(
    422,
    'not-signed',
    method === 'online'
      ? 'Online signs only the parent, guardian or student, signed in with the own account. Record paper as paper.'
      : 'What was signed on paper or in person is recorded by the school. Sign online instead.',
    [{ path: 'method', message: 'is not open to this account' }],
  );
}
