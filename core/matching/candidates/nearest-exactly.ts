import { greatCircleKm } from '../../geo/great-circle-km.ts';
import type { CandidateTask } from './candidate-task.ts';
import type { Survey } from './survey.ts';

/** Writes the candidates of a slot as the haversine formula orders them, for the few where rounding decides. */
export function nearestExactly(
  { students, services, student, counts, service, km, count, limitKm }: CandidateTask,
  slot: number,
  survey: Pick<Survey, 'size' | 'service'>,
): void {
  const who = student[slot]!;
  const found = Array.from(survey.service.subarray(0, survey.size), (id) => ({
    id,
    km: greatCircleKm([students.lon[who]!, students.lat[who]!], [services.lon[id]!, services.lat[id]!]),
  }));
  const nearest = found
    .filter((candidate) => candidate.km <= limitKm)
    .sort((a, b) => a.km - b.km || a.id - b.id)
    .slice(0, count);
  nearest.forEach((candidate, i) => {
    service[slot * count + i] = candidate.id;
    km[slot * count + i] = candidate.km;
  });
  counts[slot] = nearest.length;
}
