import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ROLES, type Role, type RoleGrant } from '../../../core/accounts/role.ts';
import { typedSurveyCode } from '../../../core/surveys/survey-code.ts';
import { keepPaperFile } from '../../../server/agreements/paper-file-store.ts';
import type { SignedForm } from '../../../server/consents/check-consent.ts';
import type { Deps } from '../../../server/deps.ts';
import { createJob } from '../../../server/jobs/job-store.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { sealNewStudent } from '../../../server/students/seal-identity.ts';
import { sealPart } from '../../../server/surveys/seal-answer.ts';
import type { Agent, testApp } from '../../support/app.ts';
import { agreementOf, paperOf } from './agreements.rows.ts';
import { actionOf, goalOf } from './assessments.rows.ts';
import { meetOnce } from './conferences.rows.ts';
import { correctionOf } from './corrections.rows.ts';
import { growPlan } from './opportunity-plans.rows.ts';
import { storePlan } from './plan-records.ts';
import { district, identity, location, organization, place, school, service, student } from './records.ts';
import { askOnce } from './reviews.rows.ts';
import { scenario } from './scenarios.rows.ts';
import { shareRecords, signedForm, signForDays, storeReferral } from './shared-records.ts';
import { survey } from './surveys.rows.ts';
import { foundIn, suggestionOf } from './verification.rows.ts';
import { waysIn } from './ways-in.ts';

export const SCOPES = ['own', 'sibling', 'foreign'] as const;
export type Scope = (typeof SCOPES)[number];

/** One of each thing a scope can hold. */
export interface Corner {
  districtId: string;
  schoolId: string;
  studentId: string;
  organizationId: string;
  serviceId: string;
  /** Where it is given. */
  placeId: string;
  /** An account of this corner's coordinator. */
  accountId: string;
  /** An account of this corner's district's administrator. */
  administratorId: string;
  /** Runs: of the corner's school, an import of its students, a gap run and a search for sites that its coordinator asked for. */
  matchRunId: string;
  importId: string;
  gapRunId: string;
  /** A scenario that its coordinator made. */
  scenarioId: string;
  sitingRunId: string;
  duplicateRunId: string;
  qualityRunId: string;
  geocodeRunId: string;
  /** A survey of the corner's school that is open, its code, and an answer with a name. */
  surveyId: string;
  surveyCode: string;
  surveyAnswerId: string;
  /** A plan of the corner's school with a row for its student, on which its coordinator has decided. */
  planId: string;
  /** A consent for the corner's organization as it is signed on paper. */
  signedForm: SignedForm;
}

export interface World {
  deps: Deps;
  corners: Record<Scope, Corner>;
  agents: Record<Role | 'public', Agent>;
}

const DISTRICT_OF: Record<Scope, string> = { own: 'north', sibling: 'north', foreign: 'south' };

/** Two districts, three schools, and an account of every role that is held for the first school's things. */
export async function buildWorld(at: Awaited<ReturnType<typeof testApp>>): Promise<World> {
  await saveDistrict(at.deps.db, district(DISTRICT_OF.own));
  const corners = {} as Record<Scope, Corner>;
  for (const scope of SCOPES) corners[scope] = await buildCorner(at, scope);
  const agents = { public: at.visitor() } as World['agents'];
  for (const role of ROLES) agents[role] = await at.signIn(grantFor(role, corners.own));
  return { deps: at.deps, corners, agents };
}

/** Everything that is the corner's own, whether the role needs it or not: what it does not need must not help it. */
export function grantFor(role: Role, corner: Corner): RoleGrant {
  return {
    role,
    districtId: corner.districtId,
    schoolIds: role === 'administrator' || role === 'district-leader' ? [] : [corner.schoolId],
    organizationIds: [corner.organizationId],
    studentIds: [corner.studentId],
  };
}

async function buildCorner(at: Awaited<ReturnType<typeof testApp>>, scope: Scope): Promise<Corner> {
  const { db } = at.deps;
  const districtId = DISTRICT_OF[scope];
  const ids = { districtId, schoolId: `school-${scope}`, organizationId: `org-${scope}` };
  const studentId = `student-${scope}`;
  const serviceId = `service-${scope}`;
  await put(db, 'schools', school(ids));
  const sealed = sealNewStudent(at.deps.sealing, studentId, identity(scope));
  await put(db, 'students', { ...student({ ...ids, id: studentId }), ...sealed });
  await at.deps.audit.record({ action: 'student.read', account: null, studentIds: [studentId] });
  await put(db, 'organizations', organization(ids));
  await put(db, 'services', service({ ...ids, id: serviceId }));
  const placeId = `place-${scope}`;
  await put(db, 'locations', location({ id: `location-${scope}` }));
  await put(db, 'services_at_locations', place({ id: placeId, serviceId, locationId: `location-${scope}` }));
  const shared = { studentId, organizationId: ids.organizationId, records: ['needs'] };
  await put(db, 'agreements', agreementOf(ids, scope));
  const scan = Readable.from([Buffer.from('%PDF-1.7 scan')]);
  const file = await keepPaperFile(at.deps, scan, { at: new Date().toISOString(), by: 'nobody' });
  await put(db, 'partner_documents', { ...paperOf(ids, scope), file });
  await put(db, 'assessment_goals', goalOf(ids, scope));
  await put(db, 'assessment_actions', actionOf(ids, scope));
  await put(db, 'corrections', correctionOf({ serviceId }));
  await put(db, 'suggestions', suggestionOf({ ...ids, serviceId }, scope));
  await put(db, 'quality_records', foundIn({ ...ids, serviceId }));
  const signed = await signedForm(at.deps, shared);
  await shareRecords(at.deps, {
    ...shared,
    ids: { consent: `consent-${scope}`, disclosure: `disclosure-${scope}` },
  });
  await signForDays(at.deps, { ...shared, records: ['interests'] }, 10, `ending-${scope}`);
  await storeReferral(at.deps, `referral-${scope}`, shared);
  const { id: accountId } = await at.createAccount({
    role: 'coordinator',
    districtId,
    schoolIds: [ids.schoolId],
  });
  await waysIn(at.deps, scope, accountId);
  const { id: administratorId } = await at.createAccount({ role: 'administrator', districtId });
  const run = (job: Parameters<typeof createJob>[1]) => createJob(db, job).then(({ id }) => id);
  const { schoolId } = ids;
  const matchRunId = await run({
    kind: 'match',
    params: { scope: 'school', schoolId },
    step: 'waiting',
    districtId,
    schoolIds: [schoolId],
  });
  const importId = await run({
    kind: 'import',
    params: { kind: 'students', source: 'sis', filename: 'students.csv' },
    step: 'waiting',
    districtId,
  });
  await growPlan(at.deps, studentId);
  await askOnce(at.deps, studentId);
  await meetOnce(at.deps, scope, studentId);
  const planId = await storePlan(at.deps, { ...ids, studentId });
  const gapRunId = await run({ kind: 'gaps', params: {}, step: 'waiting', accountId });
  const scenarioId = randomUUID();
  await put(db, 'scenarios', { ...scenario(), id: scenarioId, accountId });
  const duplicateRunId = await run({ kind: 'duplicates', params: {}, step: 'waiting', accountId });
  const qualityRunId = await run({ kind: 'quality', params: {}, step: 'waiting', accountId });
  const geocodeRunId = await run({ kind: 'geocode', params: {}, step: 'waiting', accountId });
  const sitingRunId = await run({ kind: 'siting', params: {}, step: 'waiting', accountId });
  const asked = await storeSurvey(at.deps, scope, ids);
  return {
    ...ids,
    ...asked,
    studentId,
    serviceId,
    placeId,
    accountId,
    administratorId,
    matchRunId,
    importId,
    gapRunId,
    scenarioId,
    sitingRunId,
    duplicateRunId,
    qualityRunId,
    geocodeRunId,
    planId,
    signedForm: signed,
  };
}

async function storeSurvey(
  { db, sealing }: Deps,
  scope: Scope,
  ids: Pick<Corner, 'schoolId' | 'districtId'>,
): Promise<Pick<Corner, 'surveyId' | 'surveyCode' | 'surveyAnswerId'>> {
  const [surveyId, surveyAnswerId, surveyCode] = [randomUUID(), randomUUID(), `CODE${scope.toUpperCase()}`];
  const { schoolId } = ids;
  const by = { name: `contact-${scope}`, student: `Given Family-${scope}`, mayBecomeNeeds: true };
  const sealedBy = sealPart(sealing, surveyAnswerId, 'sealedBy', by);
  await put(db, 'surveys', { ...survey(ids), id: surveyId });
  await put(db, 'survey_links', { id: typedSurveyCode(surveyCode), surveyId, schoolId });
  await put(db, 'survey_answers', {
    id: surveyAnswerId,
    surveyId,
    schoolId,
    via: 'link',
    day: '2026-01-01',
    choices: {},
    textIds: [],
    sealedBy,
  });
  return { surveyId, surveyAnswerId, surveyCode };
}

/** Puts a record into a collection that is known by its name. */
export async function put(
  db: Deps['db'],
  collection: string,
  { id, ...rest }: { id: string; [field: string]: unknown },
): Promise<void> {
  const spec = allCollections.find(({ name }) => name === collection);
  if (!spec) throw new Error(`there is no collection ${collection}`);
  await model(db, spec).create({ ...rest, _id: id });
}

/** An id that nothing has. */
export function nobody(): string {
  return randomUUID();
}
