import { expect } from 'chai';
import type { JobView } from '../../../core/jobs/job.ts';
import type { PlanChange, PlanRow, PlanSummary } from '../../../core/placement/plan.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { planCollections } from '../../../server/plans/plan-collections.ts';
import type { PlanNames } from '../../../server/plans/plan-names.ts';
import { schools } from '../../../server/schools/school-collection.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { students } from '../../../server/students/student-collection.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { type LittleTown, littleTown, storeTown } from '../../support/little-town.ts';

export const PLANS = '/api/v1/placement-plans';

export interface PlanRows extends PlanNames {
  rows: PlanRow[];
}

/** The app with a little town in it, workers, and the questions that tests ask again and again. */
export async function planApp(town: LittleTown = littleTown()) {
  const at = await testApp({ collections: [...allCollections] });
  await storeTown(at.deps.db, town);
  runTasks(at.deps);
  const leader = await at.signIn({ role: 'district-leader', districtId: 'district' });

  async function makePlan(params: object = { scope: 'district' }, agent = leader): Promise<JobView> {
    const { body } = await agent.post(PLANS).send(params).expect(202);
    const job = await jobEnd(at.deps, body.id);
    expect(job.status, job.error).to.equal('complete');
    return job;
  }
  const read = async (path: string, agent = leader) => (await agent.get(`${PLANS}/${path}`).expect(200)).body;
  const readRows = async (id: string, agent = leader): Promise<PlanRow[]> =>
    ((await read(`${id}/rows`, agent)) as PlanRows).rows;
  const readSummary = (id: string, agent = leader): Promise<PlanSummary> => read(`${id}/summary`, agent);
  const decide = (id: string, body: object, agent: Agent = leader) =>
    agent.post(`${PLANS}/${id}/decisions`).send(body);
  const decided = async (id: string, body: object, agent?: Agent): Promise<PlanChange> =>
    (await decide(id, body, agent).expect(200)).body;
  const setOffers = async (filter: object, change: object) =>
    void (await model(at.deps.db, offers).collection.updateMany(filter, change as never));
  /** Everything as in the beginning, and no plans. */
  async function begin(other = town): Promise<void> {
    const names = [offers, students, schools, ...planCollections].map(({ name }) => name);
    for (const name of names) await at.deps.db.collection(name).deleteMany({});
    await storeTown(at.deps.db, other);
  }
  return { ...at, begin, leader, makePlan, read, readRows, readSummary, decide, decided, setOffers };
}

export type PlanApp = Awaited<ReturnType<typeof planApp>>;

export function coordinatorOf(at: PlanApp, ...schoolIds: string[]): Promise<Agent> {
  return at.signIn({ role: 'coordinator', schoolIds });
}
