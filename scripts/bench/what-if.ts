import { measureFor } from '../../core/gaps/measure-for.ts';
import type { Position } from '../../core/geo/point.ts';
import type { Snapshot } from '../../core/what-if/snapshot.ts';
import { createWhatIf } from '../../core/what-if/what-if-engine.ts';
import { readRules } from '../../server/rules.ts';
import { seededRandom } from '../demo/random.ts';
import type { BenchContext } from './bench-context.ts';
import { quantile, round } from './quantile.ts';

const PLACES = 10_000;
const SITES = 500;
const STEPS = 60;
const MINUTES = 30;

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

/** About as wide as half a state, so that 30 minutes reach a part of it. */
function countryside(travel: Snapshot['travel']): Snapshot {
  const random = seededRandom(10);
  const numbers = (count: number, from: number, width: number) =>
    Array.from({ length: count }, () => from + random.next() * width);
  const ids = (count: number, kind: string) => Array.from({ length: count }, (_, n) => `${kind}-${n}`);
  return {
    question: { terms: ['counseling'], minutes: MINUTES, mode: 'car', demand: { of: 'children' } },
    asOf: '2026-01-01',
    threshold: 10,
    travel,
    measure: measureFor('e2sfca', MINUTES),
    demand: {
      ids: ids(PLACES, 'area'),
      kinds: Array.from({ length: PLACES }, () => 'area'),
      names: Array.from({ length: PLACES }, () => null),
      longitude: numbers(PLACES, -98, 3),
      latitude: numbers(PLACES, 39, 2),
      people: numbers(PLACES, 10, 200),
    },
    sites: {
      ids: ids(SITES, 'site'),
      serviceIds: ids(SITES, 'service'),
      names: ids(SITES, 'Service'),
      longitude: numbers(SITES, -98, 3),
      latitude: numbers(SITES, 39, 2),
      capacity: numbers(SITES, 5, 60),
      hours: Array.from({ length: SITES }, () => null),
    },
    capacityUnknown: 0,
    noData: [],
  };
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
