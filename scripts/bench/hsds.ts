import { startChild } from '../start/child.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { fillWithCopies, plainRead } from './directory/fill-with-copies.ts';
import { processCost } from './process-cost.ts';
import { round } from './quantile.ts';

/**
 * The directory as HSDS, the demo's 48 times (20,160 services), over HTTP from an API process of its own: processor time
 * of single pages and of the whole as lines. The peer reads the same collections through the driver and writes them down
 * as they are.
 */
export function benchHsds({ root, print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps, env) => {
    const counts = await fillWithCopies(deps);
    const port = 20_000 + (process.pid % 20_000);
    const api = startChild(`${root}/server/main.ts`, { ...env, PORT: String(port) });
    await api.ready;
    const measure = async (path: string, times: number) => {
      const before = await processCost(api.pid ?? 0);
      let bytes = 0;
      for (let n = 0; n < times; n++) bytes = await bytesOf(`http://127.0.0.1:${port}/hsds${path}`);
      const after = await processCost(api.pid ?? 0);
      if (!before || !after) throw new Error('This system does not tell what a process takes.');
      const cpuMs = round(((after.cpuSeconds - before.cpuSeconds) * 1000) / times);
      print({ ...counts, path, bytes, cpuMs, peakMb: round(after.memoryMb) });
    };
    await measure('/services?per_page=20', 50);
    await measure('/services?per_page=100', 20);
    await measure('/services?per_page=100&full=true', 20);
    await measure('/services?search=reading&per_page=20', 20);
    await measure('/service_at_locations?per_page=100', 20);
    await measure('/services?minimal=true', 3);
    await measure('/services?format=ndjson&full=true', 1);
    await api.stop();
    print({ ...counts, ...(await plainRead(deps)) });
  });
}

async function bytesOf(url: string): Promise<number> {
  const reply = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (!reply.ok || !reply.body) throw new Error(`${url} answered ${reply.status}`);
  let bytes = 0;
  for await (const chunk of reply.body) bytes += chunk.length;
  return bytes;
}
