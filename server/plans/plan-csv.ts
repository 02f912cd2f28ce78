import { csvRow } from '../../core/csv/csv-row.ts';
import type { PlanRow } from '../../core/placement/plan.ts';
import { exportIdentity } from '../sealing/export-identity.ts';
import type { PlanNames } from './plan-names.ts';

const COLUMNS = [
  'student',
  'grade',
  'school',
  'need',
  'urgency',
  'state',
  'organization',
  'service',
  'location',
  'score',
  'minutes',
  'mode',
  'from',
  'without',
  'reason',
] as const;

/**
 * The rows of a plan to work with elsewhere (RFC 4180): no name, no number, no id of ours and no note, but an identity for
 * this file alone, in the order of those identities.
 */
export function planCsv(rows: readonly PlanRow[], { offers, schools }: PlanNames): string {
  const identityOf = exportIdentity();
  const lines = rows.map((row) => {
    const { grade, schoolId, term, urgency, state, offerId, score, minutes, mode, from, without, reason } =
      row;
    const offer = offerId === undefined ? undefined : offers[offerId];
    return [
      identityOf(row.studentId),
      grade,
      schools[schoolId]?.name,
      term,
      urgency,
      state,
      offer?.organizationName,
      offer?.name,
      offer?.locationName,
      score,
      minutes,
      mode,
      from,
      without,
      reason,
    ];
  });
  const sorted = lines.sort(([a, , , x], [b, , , y]) => (`${a} ${x}` < `${b} ${y}` ? -1 : 1));
  return [csvRow(COLUMNS), ...sorted.map((line) => csvRow(line))].join('');
}
