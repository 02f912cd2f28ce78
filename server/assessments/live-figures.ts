import { agreementsFigure, partnersFigure } from '../../core/assessments/agreement-figures.ts';
import type { LiveFigure } from '../../core/assessments/live-figure.ts';
import { gapsFigure, uptakeFigure } from '../../core/assessments/student-figures.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { listAgreements, listDocuments } from '../agreements/agreement-store.ts';
import type { Deps } from '../deps.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import type { Place } from './places.ts';

/**
 * What Trellis knows of these districts and their schools today. A constant number of queries, whatever the number of
 * places that are asked for afterwards. `all` are the places that there are: a district's figures are of its schools.
 */
export async function liveFigures(
  { db, rules, clock }: Pick<Deps, 'db' | 'rules' | 'clock'>,
  districtIds: readonly string[],
  all: readonly Place[],
): Promise<(place: Place) => LiveFigure[]> {
  const of = { districtId: { $in: districtIds } };
  const [agreements, papers, counts] = await Promise.all([
    listAgreements(db, of),
    listDocuments(db, of),
    currentCounts(db, rules, clock()),
  ]);
  const day = utcDay(clock());
  const { warnDays } = rules.agreements;
  return (place) => {
    const isOwn = (record: { districtId: string }) => record.districtId === place.districtId;
    const known = { agreements: agreements.filter(isOwn), papers: papers.filter(isOwn), day, warnDays };
    const schoolId = place.kind === 'school' ? place.id : undefined;
    const schoolIds = schoolId
      ? [schoolId]
      : all.filter((each) => each.kind === 'school' && isOwn(each)).map(({ id }) => id);
    return [
      partnersFigure(known, schoolId),
      agreementsFigure(known, schoolId),
      uptakeFigure(counts, schoolIds),
      gapsFigure(counts, rules.taxonomy, schoolIds),
    ];
  };
}
