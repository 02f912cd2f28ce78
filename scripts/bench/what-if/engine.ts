import type { Position } from '../../../core/geo/point.ts';
import { createWhatIf } from '../../../core/what-if/what-if-engine.ts';
import { readRules } from '../../../server/rules.ts';
import type { BenchContext } from '../bench-context.ts';
import { quantile, round } from '../quantile.ts';
import { countryside, PLACES, SITES } from './countryside.ts';

const STEPS = 60;

/** One service after the other dragged across the map, step by step, in CPU time; against computing all anew. */
export async function benchWhatIf({ print }: BenchContext): Promise<void> {
  const { travel } = await readRules();
  const snapshot = countryside(travel.car);
  const whatIf = createWhatIf(snapshot);
  const steps: number[] = [];
  const anew: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const site = (Math.floor(step / 20) * 170) % SITES;
    const point: Position = [-98 + ((step % 20) / 20) * 3, 39 + ((step % 20) / 20) * 2];
    const changes = [{ kind: 'move' as const, siteId: snapshot.sites.ids[site]!, point }];
    steps.push(cpuMs(() => whatIf.set(changes)));
    if (step % 10 === 0) anew.push(cpuMs(() => createWhatIf(snapshot).set(changes)));
  }
  print({
    places: PLACES,
    sites: SITES,
    steps: STEPS,
    p50CpuMs: round(quantile(steps, 0.5)),
    p95CpuMs: round(quantile(steps, 0.95)),
    mostCpuMs: round(Math.max(...steps)),
    anewCpuMs: round(Math.min(...anew)),
  });
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
