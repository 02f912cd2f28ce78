import { explainPair } from '../../core/matching/explain-pair.ts';
import type { PreparedMatching } from '../../core/matching/prepare-matching.ts';
import { whatWouldHelp } from '../../core/matching/what-would-help.ts';
import { readWorld } from '../../server/matches/read-world.ts';
import { scopeStudents } from '../../server/matches/scope-students.ts';
import { loadDemo } from '../start/load-demo.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { multiplyOffers } from './multiply-offers.ts';
import { quantile, round } from './quantile.ts';

const OFFERS = 20_000;
const TODAY = '2026-11-22';

/** Why not this place, and what would help, for each student's first need among 20,000 offers; in CPU time. */
export function benchWhy({ print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps) => {
    await loadDemo(deps, () => undefined);
    await multiplyOffers(deps.db, OFFERS);
    const { prepared } = await readWorld(deps, TODAY);
    const why: number[] = [];
    const help: number[] = [];
    let changes = 0;
    for await (const students of scopeStudents(deps, { scope: 'district' })) {
      for (const student of students) {
        const term = student.needs[0]?.term;
        if (term === undefined) continue;
        const offerId = someCandidate(prepared, term, help.length);
        if (offerId === undefined) continue;
        why.push(cpuMs(() => explainPair(prepared, student, term, offerId)));
        help.push(cpuMs(() => (changes += whatWouldHelp(prepared, student, term)?.helps.length ?? 0)));
      }
      break;
    }
    const told = (list: readonly number[]) => ({
      p50CpuMs: round(quantile(list, 0.5), 2),
      p95CpuMs: round(quantile(list, 0.95), 2),
      mostCpuMs: round(Math.max(...list), 1),
    });
    const of = { offers: prepared.columns.offers.length, students: why.length };
    print({ ...of, what: 'why not this one', ...told(why) });
    print({ ...of, what: 'what would help', changesEach: round(changes / help.length, 1), ...told(help) });
  });
}

function someCandidate({ columns, reach }: PreparedMatching, term: string, n: number): string | undefined {
  const { candidates } = reach(term);
  return columns.offers[candidates[(n * 7919) % candidates.length]?.offer ?? -1]?.id;
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
