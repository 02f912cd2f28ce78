import type { ConsentTerms } from '../../../core/consents/consent.ts';
import type { ConsentView } from '../../../server/consents/view-consent.ts';
import type { Deps } from '../../../server/deps.ts';
import { allRoutes } from '../../../server/routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, type SignInAs, testApp } from '../../support/app.ts';
import { district, organization, school, service, student } from '../access/records.ts';
import { put } from '../access/world.ts';

export const TODAY = '2026-11-10';

export const TERMS = {
  records: ['needs', 'interests'],
  purpose: 'give-help',
  recipient: { kind: 'organization', id: 'org' },
  expiresAt: '2027-06-30',
  language: 'es',
} satisfies ConsentTerms;

/** The partner that the terms name. */
export const PARTNER: SignInAs = { role: 'partner', organizationIds: ['org'] };

/** A school with one student, two partners, and everybody who has to do with sharing; the day is TODAY. */
export async function sharedTown(env: Record<string, string> = {}) {
  let now = new Date(`${TODAY}T15:00:00Z`);
  // Sessions go by the real time: nobody is signed out when the routes' day changes.
  const onThisDay = (deps: Deps): Deps => ({ ...deps, clock: () => now });
  const at = await testApp({
    collections: [...allCollections],
    env,
    routes: (deps) => allRoutes(onThisDay(deps)),
  });
  const deps = onThisDay(at.deps);
  const place = { districtId: 'district', schoolId: 'school' };
  await put(deps.db, 'districts', district('district'));
  await put(deps.db, 'schools', school(place));
  await put(deps.db, 'students', STUDENT(place));
  for (const organizationId of ['org', 'other-org']) {
    await put(deps.db, 'organizations', organization({ organizationId }));
    await put(deps.db, 'services', {
      ...service({ id: `service-of-${organizationId}`, organizationId }),
      terms: ['reading-tutoring'],
    });
  }
  const coordinator = await at.signIn({ role: 'coordinator', districtId: 'district', schoolIds: ['school'] });
  await coordinator
    .patch('/api/v1/students/student')
    .send({
      name: { given: 'Zephyrine', family: 'Quillfeather' },
      contacts: [
        { id: 'mother', name: 'Mara Quillfeather', relation: 'parent', phone: '555-0188', mayConsent: true },
        { id: 'uncle', name: 'Ned Ironwood', relation: 'relative', mayConsent: false },
      ],
      notes: 'keeps a wounded owl',
      circumstances: { gender: 'nonbinary', incomeBand: { maximumFpl: 130 } },
    })
    .expect(200);
  const family = await at.signIn({ role: 'family', studentIds: ['student'] });
  const partner = await at.signIn(PARTNER);
  const otherPartner = await at.signIn({ role: 'partner', organizationIds: ['other-org'] });
  const goTo = (day: string) => {
    now = new Date(`${day}T15:00:00Z`);
  };
  return { ...at, deps, coordinator, family, partner, otherPartner, goTo };
}

const STUDENT = (place: { districtId: string; schoolId: string }) => ({
  ...student({ ...place, id: 'student' }),
  localId: 'D-77431',
  needs: [{ term: 'vision-glasses', urgency: 2, source: 'quiet-nurse' }],
  interests: [{ term: 'robotics-coding', strength: 3 }],
});

/** Reads the form as it is shown. */
export async function formFor(agent: Agent, terms: object = TERMS) {
  const { body } = await agent.post('/api/v1/students/student/consent-forms').send(terms).expect(200);
  return body as { version: number; text: string; textHash: string };
}

/** Records the form as the mother signed it on paper, or as `change` says. */
export async function record(agent: Agent, change: object = {}, terms: object = TERMS) {
  const { version, textHash } = await formFor(agent, terms);
  return agent.post('/api/v1/students/student/consents').send({
    ...terms,
    version,
    textHash,
    signer: { name: 'Mara Quillfeather', relation: 'parent', contactId: 'mother' },
    method: 'paper',
    signedAt: TODAY,
    ...change,
  });
}

export async function recorded(agent: Agent, change: object = {}, terms: object = TERMS) {
  const reply = await record(agent, change, terms);
  if (reply.status !== 201) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as ConsentView;
}
