import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { candidateTask } from '../../../core/matching/candidates/candidate-task.ts';
import type { BenchContext } from '../bench-context.ts';
import { CATEGORIES, makeInstance, SEED } from '../instance/make-instance.ts';
import { type Instance, readInstance } from '../instance/read-instance.ts';
import { wholeNumber } from './bench-options.ts';
import { LOOKED_FOR } from './looked-for.ts';
import { startSearchThreads } from './search-threads.ts';
import { type ScorePair, sumUp, writeCandidates } from './write-candidates.ts';

/** Writes an instance with its candidates and their scores, so that it can be assigned as well. */
export async function benchGenerate({ args, print }: BenchContext): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { districts: { type: 'string' } },
  });
  const [students, services, folder] = positionals;
  if (!folder) throw new Error('npm run bench -- generate <students> <services> <folder> [--districts n]');
  const [N, M] = [wholeNumber('students', students), wholeNumber('services', services)];
  const districts = wholeNumber('districts', values.districts, 1);
  await mkdir(folder, { recursive: true });
  const { requests, capacity } = makeInstance(N, M, folder, districts);
  const sharedRoom = (bytes: number) => new SharedArrayBuffer(bytes);
  const instance = readInstance(folder, sharedRoom);
  const task = candidateTask({ ...instance, ...LOOKED_FOR }, sharedRoom);
  startSearchThreads(1).run(task);
  const sumScore = writeCandidates(join(folder, 'candidates.csv'), task, scorePair(instance));
  const { edges, sumKm, without } = sumUp(task);
  const meta = {
    N,
    M,
    K: CATEGORIES,
    districts,
    seed: SEED,
    requests,
    capacity,
    edges,
    requestsWithoutCandidate: without,
    sumDistKm: sumKm,
    sumScore,
  };
  await writeFile(join(folder, 'meta.json'), `${JSON.stringify(meta, null, 1)}\n`);
  print({ folder, ...meta });
}

/**
 * 0 to 1,000, as the matcher scores: 600 for a way of no length, half of it at 7.5 km (1 ÷ (1 + (km ÷ 7.5)²)); 250
 * for the student's language; 150 for a service of this category alone, 75 where it has two.
 */
export function scorePair({ students, services }: Pick<Instance, 'students' | 'services'>): ScorePair {
  return (student, service, km) => {
    const speaks = (services.langs[service]! >>> students.lang[student]!) & 1;
    const mask = services.mask[service]!;
    const categories = (mask & (mask - 1)) === 0 ? 1 : 2;
    return Math.round(600 / (1 + (km / 7.5) ** 2) + 250 * speaks + 150 / categories);
  };
}
