import { demoAccounts } from '../../server/accounts/demo-accounts.ts';
import { upsertDemoAccounts } from '../../server/accounts/upsert-demo-accounts.ts';
import type { Deps } from '../../server/deps.ts';
import { locations } from '../../server/directory/location-collection.ts';
import { organizations } from '../../server/directory/organization-collection.ts';
import { rebuildOffers } from '../../server/directory/rebuild-offers.ts';
import { servicesAtLocations } from '../../server/directory/service-at-location-collection.ts';
import { services } from '../../server/directory/service-collection.ts';
import { startGapRun } from '../../server/gaps/start-gap-run.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { listJobs } from '../../server/jobs/job-store.ts';
import { scopeSchools } from '../../server/matches/scope-schools.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { schools } from '../../server/schools/school-collection.ts';
import { readDistrict, saveDistrict } from '../../server/settings/district-store.ts';
import { type CollectionSpec, model, toStored } from '../../server/store/collection.ts';
import { sealNewStudent } from '../../server/students/seal-identity.ts';
import { type StudentRecord, students } from '../../server/students/student-collection.ts';
import { type Demo, readDemo } from '../demo/read-demo.ts';
import { makeDemoAgreement } from './demo-agreements.ts';
import { loadDemoAreas } from './demo-areas.ts';
import { makeDemoAssessment } from './demo-assessments.ts';
import { giveDemoConsent } from './demo-consent.ts';
import { writeDemoPlans } from './demo-plans.ts';

/**
 * Loads the invented district into an installation that has none. The district is written when all its records are
 * there: a start that was interrupted before begins again.
 */
export async function loadDemo(deps: Deps, onStep: (message: string) => void): Promise<void> {
  if (await readDistrict(deps.db)) return;
  onStep('Loading the demo district (invented people and places) …');
  const demo = await readDemo();
  await Promise.all([
    replaceAll(deps, organizations, demo.organizations),
    replaceAll(deps, services, demo.services),
    replaceAll(deps, locations, demo.locations),
    replaceAll(deps, servicesAtLocations, demo.servicesAtLocations),
    replaceAll(deps, schools, demo.schools),
    replaceAll(deps, students, sealedStudents(deps, demo)),
    loadDemoAreas(deps),
  ]);
  await rebuildOffers({ db: deps.db, taxonomy: deps.rules.taxonomy });
  await upsertDemoAccounts(deps, demoAccounts(pickScopes(demo)));
  await saveDistrict(deps.db, demo.district);
  await giveDemoConsent(deps, pickScopes(demo));
  await makeDemoAgreement(deps, pickScopes(demo));
  await makeDemoAssessment(deps, pickScopes(demo));
  await writeDemoPlans(deps, demo);
}

/**
 * Has the workers compute what a newcomer looks at first: the demo district's matches, then a gap map that counts the
 * needs without one. Nothing where there are results already, or where the district is a real one.
 */
export async function computeFirstFigures(deps: Deps): Promise<void> {
  const district = await readDistrict(deps.db);
  const [earlier] = await listJobs(deps.db, 'gaps', { limit: 1 });
  if (!district?.demo || earlier) return;
  const asked = await scopeSchools(deps.db, { scope: 'district' });
  if (!asked) return;
  const run = await startMatchRun(deps, { scope: 'district' }, asked);
  await jobEnd(deps, run.id);
  await startGapRun(deps, { terms: ['counseling'], minutes: 30, mode: 'car', demand: 'all' });
}

async function replaceAll<T extends { id: string }>(deps: Deps, spec: CollectionSpec, records: readonly T[]) {
  const operations = records.map((record) => {
    const stored = toStored(record);
    return { replaceOne: { filter: { _id: stored._id }, replacement: stored, upsert: true } };
  });
  await model<T>(deps.db, spec).collection.bulkWrite(operations as never, { ordered: false });
}

function sealedStudents({ sealing }: Deps, demo: Demo): StudentRecord[] {
  return demo.students.map((student) => {
    const identity = demo.people.get(student.id) ?? { contacts: [] };
    return { ...student, ...sealNewStudent(sealing, student.id, identity) };
  });
}

/** The student about whom the demo's first story is told; the demo's coordinator works at that school. */
const STORY_STUDENT = 'D-11423';
/** The partner who reads with her. */
const STORY_PARTNER = 'Cedar Hollow Reading Friends';

function pickScopes(demo: Awaited<ReturnType<typeof readDemo>>) {
  const student = demo.students.find(({ localId }) => localId === STORY_STUDENT) ?? demo.students[0];
  const partner = demo.organizations.find(({ name }) => name === STORY_PARTNER);
  return {
    districtId: demo.district.id,
    schoolId: student?.schoolId ?? '',
    organizationId: (partner ?? demo.organizations[0])?.id ?? '',
    studentId: student?.id ?? '',
  };
}
