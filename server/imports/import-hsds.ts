import { assembleLocation } from '../../core/imports/assemble-location.ts';
import { assembleOrganization } from '../../core/imports/assemble-organization.ts';
import { assembleServiceAtLocation } from '../../core/imports/assemble-service-at-location.ts';
import type { Family } from '../../core/imports/family.ts';
import type { SourceReader } from '../../core/imports/placed-source.ts';
import { directoryReaders } from './directory-readers.ts';
import { findStandIns } from './find-stand-ins.ts';
import type { HsdsImport } from './hsds-import.ts';
import type { ImportResult } from './import-result.ts';
import type { Input } from './input-file.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { InputRefused } from './input-refused.ts';
import { openInput } from './open-input.ts';
import { osmReaders } from './osm-readers.ts';
import { createPass, type Pass } from './pass.ts';
import { reportDangling } from './report-dangling.ts';
import { stageHsds } from './stage-hsds.ts';
import { storeServices } from './store-services.ts';
import { storeTable } from './store-table.ts';

/**
 * Imports a directory in HSDS. Rows are read once and laid aside, then joined and stored in batches: organizations,
 * locations, services, services at locations. Memory does not grow with the input. Doing it again changes nothing; an
 * import that was broken off is done by doing it again under the same id.
 * @throws InputRefused before anything is stored, where the input as a whole cannot be read.
 */
export async function importHsds(run: HsdsImport): Promise<ImportResult> {
  const pass = createPass(run);
  await run.staging.clear();
  let atEnd = {};
  try {
    await stage(pass);
    await storeAll(pass);
    await run.keepCredits?.(pass.credits);
    atEnd = (await run.store.end?.()) ?? {};
    await reportDangling(run.staging, run.findings, pass.step);
    for (const finding of pass.unmapped.findings()) await run.findings.add(finding);
    await rebuild(pass);
  } finally {
    await run.findings.flush();
    await run.findings.conceal(pass.concealed);
    await run.staging.clear();
  }
  const { total, byCode } = run.findings;
  return {
    counts: pass.counter.counts,
    findings: total,
    findingsByCode: { ...byCode },
    unmappedTerms: pass.unmapped.list(),
    ...atEnd,
  };
}

async function stage({ run, counter }: Pass): Promise<void> {
  const limits = { ...INPUT_LIMITS, ...run.limits };
  const input = await openInput(run.input, { filename: run.filename, limits });
  const step = async (rows: number): Promise<void> => {
    run.signal?.throwIfAborted();
    await run.onProgress?.({ step: 'reading', done: rows });
  };
  try {
    const readerOf = await readersOf(run, input, limits.fileBytes);
    const bounds = run.district?.bounds;
    const rows = await stageHsds(input, { ...run, counter, limits, bounds, step, readerOf });
    if (rows === 0) throw new InputRefused('nothing-known', nothingKnown(run));
  } finally {
    await input.close();
  }
}

/** Undefined: the files are HSDS and read as such. */
async function readersOf(
  { table, isOsm, crosswalks }: HsdsImport,
  input: Input,
  maximumBytes: number,
): Promise<((file: string) => SourceReader) | undefined> {
  if (isOsm) return osmReaders(crosswalks);
  return table && directoryReaders(input, table, maximumBytes);
}

function nothingKnown({ table, isOsm }: HsdsImport): string {
  if (isOsm)
    return 'Nothing in the input is of OpenStreetMap and of a kind that is looked for, such as a library, a clinic or a park.';
  if (!table) return 'Nothing in the input looks like HSDS.';
  return 'No file in the input has a column with the names of services or organizations. Say which it is.';
}

async function storeAll(pass: Pass): Promise<void> {
  const { staging } = pass.run;
  const tables = ['organization', 'location', 'service', 'service_at_location'];
  for (const table of tables) pass.total += await staging.count(table);
  const standIns = await findStandIns(staging);
  await storeTable(pass, 'organization', 'organizations', async (families) =>
    families.map((family) => assembleOrganization(family, pass.assembly)),
  );
  await storeTable(pass, 'location', 'locations', (families) => locations(pass, families, standIns));
  await storeServices(pass);
  await storeTable(pass, 'service_at_location', 'services_at_locations', (families) =>
    places(pass, families),
  );
}

async function locations(pass: Pass, families: Family[], standIns: ReadonlySet<string>) {
  const { assembly, run } = pass;
  const owners = families.map(({ own }) =>
    (own.links.organization ?? []).map((id) => ({ id, ours: assembly.idOf('organization', id) })),
  );
  const known = await run.store.existing(
    'organizations',
    owners.flat().map(({ ours }) => ours),
  );
  return families.map((family, index) => {
    const found = owners[index]!.find(({ ours }) => known.has(ours));
    for (const { id, ours } of owners[index]!) {
      if (!known.has(ours))
        assembly.tell(
          { code: 'dangling-link', field: 'organization_id', value: id, action: 'left-out' },
          family.own.place,
        );
    }
    return assembleLocation(family, assembly, found?.ours, standIns.has(family.key));
  });
}

async function places({ assembly, run }: Pass, families: Family[]) {
  const ends = families.map(({ own }) => ({
    service: assembly.idOf('service', own.links.service?.[0] ?? ''),
    location: assembly.idOf('location', own.links.location?.[0] ?? ''),
  }));
  const [services, locationIds] = await Promise.all([
    run.store.existing(
      'services',
      ends.map(({ service }) => service),
    ),
    run.store.existing(
      'locations',
      ends.map(({ location }) => location),
    ),
  ]);
  return families.map((family, index) => {
    const { service, location } = ends[index]!;
    const missing = [
      ...(services.has(service) ? [] : (['service'] as const)),
      ...(locationIds.has(location) ? [] : (['location'] as const)),
    ];
    for (const end of missing) {
      assembly.tell(
        {
          code: 'dangling-link',
          field: `${end}_id`,
          value: family.own.links[end]?.[0] ?? '',
          action: 'refused',
        },
        family.own.place,
      );
    }
    return missing.length > 0 ? undefined : assembleServiceAtLocation(family, assembly, service, location);
  });
}

/** So many services are announced as changed at once. */
const REBUILT_AT_ONCE = 2000;

/** The offers of every service of the import, changed or not: that also mends what a broken-off import left. */
async function rebuild({ run, assembly, step }: Pass): Promise<void> {
  if (!run.rebuildOffers) return;
  let ids: string[] = [];
  for await (const { row } of run.staging.ordered('service')) {
    ids.push(assembly.idOf('service', row.id!));
    if (ids.length < REBUILT_AT_ONCE) continue;
    await run.rebuildOffers(ids);
    await step();
    ids = [];
  }
  if (ids.length > 0) await run.rebuildOffers(ids);
}
