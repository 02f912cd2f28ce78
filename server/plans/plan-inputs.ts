import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { PlanParams } from '../../core/placement/plan.ts';
import { readOfferState } from '../directory/offer-changes.ts';
import { type OfferRecord, offers } from '../directory/offer-collection.ts';
import { ImportParams } from '../imports/import-params.ts';
import type { TableCount } from '../imports/import-result.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { listJobs } from '../jobs/job-store.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { model } from '../store/collection.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { type StudentRecord, students } from '../students/student-collection.ts';

/** What a plan was made of, told by marks that change whenever it does. */
export interface PlanInputs {
  /** While nothing is announced about the offers, they are the same. */
  offerState: string | null;
  /** Hash over all offers, for what was announced and changed nothing. */
  offers: string;
  /** Hash over schools, rules, and the marks of the students. */
  rest: string;
}

type Scope = Pick<PlanParams, 'scope' | 'schoolId'>;

/** To be read before what it stands for: what changes in between makes the plan stale, and never unnoticed. */
export async function readPlanInputs(db: Connection, rules: Rules, scope: Scope): Promise<PlanInputs> {
  const { state } = await readOfferState(db, undefined);
  const [offersNow, rest] = await Promise.all([hashOffers(db), hashRest(db, rules, scope)]);
  return { offerState: state ?? null, offers: offersNow, rest };
}

/** Whether students, partners, schools or weights have changed since. */
export async function haveChanged(
  db: Connection,
  rules: Rules,
  scope: Scope,
  before: PlanInputs,
): Promise<boolean> {
  const [{ state }, rest] = await Promise.all([readOfferState(db, undefined), hashRest(db, rules, scope)]);
  if (rest !== before.rest) return true;
  if (state !== undefined && state === before.offerState) return false;
  return (await hashOffers(db)) !== before.offers;
}

async function hashOffers(db: Connection): Promise<string> {
  const hash = createHash('sha256');
  const cursor = model<OfferRecord>(db, offers)
    .collection.find({}, { projection: { fingerprint: 1 }, batchSize: 10_000 })
    .sort({ _id: 1 });
  for await (const { _id, fingerprint } of cursor) hash.update(`${_id} ${fingerprint}\n`);
  return hash.digest('base64url');
}

async function hashRest(db: Connection, rules: Rules, { scope, schoolId }: Scope): Promise<string> {
  const filter = scope === 'school' && schoolId !== undefined ? { schoolId, ...ON_ROLL } : ON_ROLL;
  const found = model<StudentRecord & { updatedAt?: string }>(db, students);
  const [schools, count, [latest], [imported]] = await Promise.all([
    listSchools(db),
    found.countDocuments(filter as object),
    found
      .find(filter as object, { updatedAt: 1 })
      .sort({ updatedAt: -1 })
      .limit(1)
      .lean<{ updatedAt?: string }[]>(),
    listJobs(db, 'import', { status: 'complete', limit: 1, wanted: changedStudents }),
  ]);
  const marks = [
    schools.map(({ id, point, dayStartsAt, dayEndsAt }) => [
      id,
      point?.coordinates ?? null,
      dayStartsAt ?? null,
      dayEndsAt ?? null,
    ]),
    rules.taxonomy.terms,
    { ...rules.matching, weights: Object.entries(rules.matching.weights).sort() },
    rules.travel,
    rules.placement,
    count,
    latest?.updatedAt ?? null,
    imported?.number ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(marks)).digest('base64url');
}

function changedStudents({ params, result }: JobRecord): boolean {
  const asked = ImportParams.safeParse(params).data;
  if (asked?.dryRun || (asked?.kind !== 'students' && asked?.kind !== 'oneroster')) return false;
  const counts = Object.values((result?.counts ?? {}) as Record<string, TableCount>);
  return counts.some(({ added, changed }) => added + changed > 0);
}
