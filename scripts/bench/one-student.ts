import type { MatchStudent } from '../../core/matching/match-input.ts';
import type { School } from '../../core/schools/school.ts';
import { loadMatchWorld } from '../../server/matches/match-world.ts';
import { scopeStudents } from '../../server/matches/scope-students.ts';
import { schools } from '../../server/schools/school-collection.ts';
import { fromStored, model, type Stored } from '../../server/store/collection.ts';
import { loadDemo } from '../start/load-demo.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { judgeEvery } from './judge-every.ts';
import { multiplyOffers } from './multiply-offers.ts';
import { quantile, round } from './quantile.ts';

const OFFERS = 20_000;
const TODAY = '2026-11-22';

/**
 * One student has changed: from its record to fresh matches with their reasons, in a world of 20,000 offers that is
 * already there. Beside it, student by student, judging every offer of the wished terms, without ranks and reasons.
 */
export function benchOneStudent({ print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps) => {
    await loadDemo(deps, () => undefined);
    await multiplyOffers(deps.db, OFFERS);
    const world = await loadMatchWorld(deps, TODAY);
    const found = await model<School>(deps.db, schools).find().lean<Stored<School>[]>();
    const every = judgeEvery(
      world.offers,
      found.map((school) => fromStored<School>(school)),
      deps.rules,
    );
    const [first, ...students] = await someStudents(deps);
    const firstMs = timed(() => world.match(first!));
    const own: number[] = [];
    const peer: number[] = [];
    for (const student of students) {
      own.push(timed(() => world.match(student)));
      peer.push(timed(() => every(student as MatchStudent)));
    }
    print({
      offers: world.offers.length,
      students: students.length,
      firstMs: round(firstMs, 2),
      p50Ms: round(quantile(own, 0.5), 3),
      p95Ms: round(quantile(own, 0.95), 3),
      mostMs: round(Math.max(...own), 2),
      judgeEveryP50Ms: round(quantile(peer, 0.5), 3),
      judgeEveryP95Ms: round(quantile(peer, 0.95), 3),
      ratioP50: round(quantile(own, 0.5) / quantile(peer, 0.5), 3),
    });
  });
}

async function someStudents(deps: Parameters<typeof scopeStudents>[0]) {
  for await (const students of scopeStudents(deps, { scope: 'district' })) return students;
  return [];
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
