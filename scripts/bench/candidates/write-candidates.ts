import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { CandidateTask } from '../../../core/matching/candidates/candidate-task.ts';
import { lineWriter } from '../instance/line-writer.ts';

/** What a pair is worth, a whole number. */
export type ScorePair = (student: number, service: number, km: number) => number;

/**
 * Writes candidates.csv in the order of the requests. Distances are those of the haversine formula, so that the last
 * of six decimals is right, too. @returns the sum of the scores
 */
export function writeCandidates(path: string, task: CandidateTask, score?: ScorePair): number {
  const file = lineWriter(path, score ? 'request,rank,service,km,score' : 'request,rank,service,km');
  const { students, services, student, request, count } = task;
  let sum = 0;
  slotsByRequest(request).forEach((slot, id) => {
    const who = student[slot]!;
    for (let i = 0; i < task.counts[slot]!; i++) {
      const service = task.service[slot * count + i]!;
      const km = greatCircleKm(
        [students.lon[who]!, students.lat[who]!],
        [services.lon[service]!, services.lat[service]!],
      );
      const worth = score?.(who, service, km);
      sum += worth ?? 0;
      file.write(`${id},${i + 1},${service},${km.toFixed(6)}${worth === undefined ? '' : `,${worth}`}`);
    }
  });
  file.close();
  return sum;
}

/** Candidates in all, kilometres in all (added in the order of the requests) and requests without any. */
export function sumUp({ request, counts, km, count }: CandidateTask) {
  let [edges, sumKm, without] = [0, 0, 0];
  for (const slot of slotsByRequest(request)) {
    edges += counts[slot]!;
    if (counts[slot] === 0) without++;
    for (let i = 0; i < counts[slot]!; i++) sumKm += km[slot * count + i]!;
  }
  return { edges, sumKm, without };
}

function slotsByRequest(request: Uint32Array): Uint32Array {
  const slots = new Uint32Array(request.length);
  request.forEach((id, slot) => {
    slots[id] = slot;
  });
  return slots;
}
