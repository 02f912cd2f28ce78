import type { Connection } from 'mongoose';
import type { Demand } from '../../core/demand/demand-place.ts';
import type { DemandQuestion } from '../../core/demand/demand-question.ts';
import { schoolDemand } from '../../core/demand/school-place.ts';
import { studentDemand } from '../../core/demand/student-demand.ts';
import { toldNeeds } from '../../core/privacy/student-counts.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { loadAreaDemand } from './load-area-demand.ts';

export interface LoadedDemand extends Demand {
  /** The day on which it was counted or imported, "YYYY-MM-DD" UTC. */
  asOf: string;
}

/** Where the people of a question are. Students and needs are told from the count alone, never read themselves. */
export async function loadDemand(
  db: Connection,
  rules: Rules,
  { of, term = '' }: DemandQuestion,
  now: Date,
): Promise<LoadedDemand> {
  const today = utcDay(now);
  if (of === 'children') return (await loadAreaDemand(db)) ?? { places: [], noData: [], asOf: today };
  const schools = await listSchools(db);
  if (of === 'enrolment') return { ...schoolDemand(schools, ({ enrollment }) => enrollment), asOf: today };
  const counts = await currentCounts(db, rules, now);
  if (of === 'students') return { ...studentDemand(counts, schools), asOf: counts.countedOn };
  const told = toldNeeds(counts);
  const kind = of === 'unmet' ? 'unmet' : 'students';
  return { ...schoolDemand(schools, ({ id }) => told(id, kind, term)), asOf: counts.countedOn };
}
