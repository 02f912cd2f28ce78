import type { Connection } from 'mongoose';
import type { PlanRow } from '../../core/placement/plan.ts';
import type { Access } from '../http/route.ts';
import { type CurrentStudent, readCurrentStudents } from './current-students.ts';
import { placementsOfNeeds } from './placement-store.ts';
import type { PlacementRecord, PlanRecord, PlanRowRecord } from './plan-collections.ts';
import { type PlanPart, partOf } from './plan-resource.ts';
import { readRowRecords } from './plan-store.ts';

/** A row as it stands now. */
export interface OpenRow {
  record: PlanRowRecord;
  /** The need: PlanRow.id. */
  id: string;
  state: PlanRow['state'];
  /** What is in force for the need, be it by another plan or for another offer. */
  placement: PlacementRecord | undefined;
  student: CurrentStudent;
}

export interface OpenRows {
  plan: PlanRecord;
  rows: OpenRow[];
  part: PlanPart;
}

/**
 * The rows of a plan that are open, by id: those of students who are now at schools that are open. A row is accepted
 * where its placement is in force, so no two plans can differ about that.
 */
export async function readOpenRows(
  db: Connection,
  plan: PlanRecord,
  access: Pick<Access, 'may' | 'opens'>,
): Promise<OpenRows> {
  const part = partOf(plan, access);
  const records = await readRowRecords(db, plan.id, part.whole ? undefined : part.schoolIds);
  const [students, inForce] = await Promise.all([
    readCurrentStudents(db, [...new Set(records.map(({ studentId }) => studentId))]),
    placementsOfNeeds(db, records.map(needOf)),
  ]);
  const isOpen = access.opens(({ id, districtId, schoolId }: CurrentStudent) => ({
    districtId,
    schoolIds: [schoolId],
    studentIds: [id],
  }));
  const rows = records.flatMap((record) => {
    const student = students.get(record.studentId);
    if (!student || !isOpen(student)) return [];
    const id = needOf(record);
    const placement = inForce.get(id);
    return [{ record, id, state: stateOf(record, placement), placement, student }];
  });
  return { plan, rows, part };
}

export function needOf({ studentId, term }: Pick<PlanRowRecord, 'studentId' | 'term'>): string {
  return `${studentId}:${term}`;
}

function stateOf(
  { state, offerId }: PlanRowRecord,
  placement: PlacementRecord | undefined,
): PlanRow['state'] {
  if (placement && placement.offerId === offerId) return 'accepted';
  return state === 'accepted' ? 'proposed' : state;
}
