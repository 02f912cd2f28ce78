import { join } from 'node:path';
import type { PlanInput } from '../../../core/placement/plan-input.ts';
import { readNumberTable } from '../instance/read-number-table.ts';

export interface BenchNeeds {
  input: PlanInput;
  /** Per request: the grade of its student, and its category. */
  grade: number[];
  category: number[];
}

/** An instance as a plan would be asked for it; urgencies are invented, one in three of each. */
export function readPlanInput(folder: string): BenchNeeds {
  const grades: number[] = [];
  readNumberTable(join(folder, 'students.csv'), ['grade'], ([grade]) => grades.push(grade!));
  const [grade, category]: [number[], number[]] = [[], []];
  readNumberTable(join(folder, 'requests.csv'), ['student', 'cat'], ([student, cat]) => {
    grade.push(grades[student!]!);
    category.push(cat!);
  });
  const capacity: number[] = [];
  readNumberTable(join(folder, 'services.csv'), ['cap'], ([cap]) => capacity.push(cap!));
  const first = new Uint32Array(grade.length + 1);
  const [offer, score]: [number[], number[]] = [[], []];
  readNumberTable(
    join(folder, 'candidates.csv'),
    ['request', 'service', 'score'],
    ([request, service, worth]) => {
      first[request! + 1]! += 1;
      offer.push(service!);
      score.push(worth!);
    },
  );
  for (let request = 0; request < grade.length; request++) first[request + 1]! += first[request]!;
  const urgency = Uint8Array.from(grade, (_, request) => 1 + ((request * 7919) % 3));
  const offerIds = capacity.map((_, at) => `service-${at}`);
  return { input: { urgency, first, offer, score, offerIds, capacity, searchLimit: 2000 }, grade, category };
}
