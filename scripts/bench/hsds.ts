import type { Deps } from '../../server/deps.ts';
import { rebuildOffers } from '../../server/directory/rebuild-offers.ts';
import { namedUuid } from '../../server/imports/record-id.ts';
import { readDemo } from '../demo/read-demo.ts';
import { startChild } from '../start/child.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { processCost } from './process-cost.ts';
import { round } from './quantile.ts';

const COPIES = 48;
const COLLECTIONS = ['organizations', 'services', 'locations', 'services_at_locations'] as const;

type Rows = readonly { id: string }[];

/**
 * The directory as HSDS, the demo's 48 times (20,160 services), over HTTP from an API process of its own: processor time
 * of single pages and of the whole as lines. The peer reads the same collections through the driver and writes them down
 * as they are.
 */
export function benchHsds({ root, print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps, env) => {
    const counts = await fill(deps);
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

async function fill({ db, rules }: Deps): Promise<{ services: number }> {
  const { organizations, services, locations, servicesAtLocations } = await readDemo();
  const rowsOf: Record<(typeof COLLECTIONS)[number], Rows> = {
    organizations,
    services,
    locations,
    services_at_locations: servicesAtLocations,
  };
  for (let copy = 0; copy < COPIES; copy++) {
    for (const name of COLLECTIONS) {
      const rows = rowsOf[name].map((row) => copyOf(row, copy));
      await db.collection(name).insertMany(rows as never);
    }
  }
  await rebuildOffers({ db, taxonomy: rules.taxonomy });
  return { services: services.length * COPIES };
}

/** The record with ids of its own, in itself and where it points. */
function copyOf(row: { id: string }, copy: number): object {
  const idOf = (id: string) => namedUuid(['bench', String(copy), id]);
  const links = ['organizationId', 'serviceId', 'locationId'] as const;
  const { id, ...rest }: { id: string } & Partial<Record<(typeof links)[number], string>> = row;
  const pointed = links.flatMap((link) =>
    rest[link] === undefined ? [] : [[link, idOf(rest[link])] as const],
  );
  return { ...rest, ...Object.fromEntries(pointed), _id: idOf(id) };
}

async function bytesOf(url: string): Promise<number> {
  const reply = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (!reply.ok || !reply.body) throw new Error(`${url} answered ${reply.status}`);
  let bytes = 0;
  for await (const chunk of reply.body) bytes += chunk.length;
  return bytes;
}

async function plainRead({ db }: Deps) {
  const before = process.cpuUsage();
  let bytes = 0;
  for (const name of COLLECTIONS)
    for await (const record of db.collection(name).find()) bytes += JSON.stringify(record).length;
  const { user, system } = process.cpuUsage(before);
  return { plain: 'the four collections', bytes, cpuMs: round((user + system) / 1000) };
}
