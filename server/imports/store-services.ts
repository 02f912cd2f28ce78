import { assembleService } from '../../core/imports/assemble-service.ts';
import type { Family, PlacedRow } from '../../core/imports/family.ts';
import { pairId, pairKey } from '../../core/imports/pair-id.ts';
import { keyOf } from '../../core/imports/parent-keys.ts';
import type { Pass } from './pass.ts';
import type { StagedDocument, Staging } from './staging.ts';
import { storeTable } from './store-table.ts';

/** Stores the services, and lays aside the links to places that services name in their own rows. */
export async function storeServices(pass: Pass): Promise<void> {
  const implicit = createImplicitPlaces(pass.run.staging);
  await storeTable(pass, 'service', 'services', async (families) => {
    const places = families.map(placesOf);
    await implicit.add(families, places);
    const owners = await findOrganizations(pass, families, places);
    return families.map((family, index) => {
      const organizationId = owners[index];
      if (organizationId === undefined) return undefined;
      const programId = programOf(family, pass);
      return assembleService(family, pass.assembly, { organizationId, programId, locations: places[index]! });
    });
  });
}

/** Source ids of the places where a service is given: by links of their own, or named in the service's row. */
function placesOf({ own, children }: Family): Set<string> {
  const linked = children
    .filter(({ table }) => table === 'service_at_location')
    .flatMap(({ links }) => links.location ?? []);
  return new Set([...linked, ...(own.links.location ?? [])]);
}

/** Places that only the service's row names become links like all others, numbered after the last row of the files. */
function createImplicitPlaces(staging: Staging) {
  let n = 1_000_000_000;
  return {
    async add(families: readonly Family[], places: readonly ReadonlySet<string>[]): Promise<void> {
      const documents: StagedDocument[] = [];
      for (const [index, { own, key, children }] of families.entries()) {
        const explicit = new Set(
          children
            .filter(({ table }) => table === 'service_at_location')
            .flatMap(({ links }) => links.location ?? []),
        );
        for (const location of places[index]!) {
          if (explicit.has(location)) continue;
          n += 1;
          documents.push(implicitPlace(n, own, key, location));
        }
      }
      await staging.add(documents);
    },
  };
}

function implicitPlace(n: number, service: PlacedRow, key: string, location: string): StagedDocument {
  const id = pairId(service.id!, location);
  const row: PlacedRow = {
    table: 'service_at_location',
    id,
    parents: [{ field: 'service_id', key }],
    links: { service: [service.id!], location: [location] },
    value: { description: '' },
    attributes: [],
    place: service.place,
    embedded: true,
  };
  return {
    n,
    table: 'service_at_location',
    key: keyOf('service_at_location', id),
    parents: [key, pairKey(service.id!, location)],
    row,
  };
}

/** Our id of each service's organization: the one that it names, or the one that all its places belong to. */
async function findOrganizations(
  pass: Pass,
  families: readonly Family[],
  places: readonly ReadonlySet<string>[],
): Promise<(string | undefined)[]> {
  const { assembly, run } = pass;
  const ours = (id: string): string => assembly.idOf('organization', id);
  const fromPlaces = await organizationsOfPlaces(run.staging, families, places);
  const candidates = families.flatMap(({ own }, index) => [
    ...(own.links.organization ?? []),
    ...fromPlaces[index]!,
  ]);
  const known = await run.store.existing('organizations', candidates.map(ours));
  return families.map(({ own }, index) => {
    const named = own.links.organization ?? [];
    const found = named.filter((id) => known.has(ours(id)));
    for (const id of named) {
      if (!known.has(ours(id)))
        assembly.tell(
          { code: 'dangling-link', field: 'organization_id', value: id, action: 'left-out' },
          own.place,
        );
    }
    if (found.length > 1) {
      assembly.tell(
        {
          code: 'several-links',
          field: 'organization_id',
          value: named.join(','),
          action: 'repaired',
          detail: `The first, ${found[0]}, was taken.`,
        },
        own.place,
      );
    }
    if (found[0] !== undefined) return ours(found[0]);
    const ofPlaces = fromPlaces[index]!.filter((id) => known.has(ours(id)));
    if (ofPlaces.length !== 1) {
      assembly.tell({ code: 'no-organization', field: 'organization_id', action: 'refused' }, own.place);
      return undefined;
    }
    // Where the file has no such column, as in Ohana's format, the place's organization is the service's.
    if (own.links.organization) {
      assembly.tell(
        {
          code: 'organization-from-location',
          field: 'organization_id',
          value: ofPlaces[0]!,
          action: 'repaired',
        },
        own.place,
      );
    }
    return ours(ofPlaces[0]!);
  });
}

/** Source ids of the organizations that the places of each service belong to; looked up only where they are needed. */
async function organizationsOfPlaces(
  staging: Staging,
  families: readonly Family[],
  places: readonly ReadonlySet<string>[],
): Promise<string[][]> {
  const keys = families.flatMap(({ own }, index) =>
    (own.links.organization ?? []).length > 1 ? [] : [...places[index]!],
  );
  const rows = await staging.withKeys(keys.map((id) => keyOf('location', id)));
  const byLocation = new Map(rows.map(({ row }) => [row.id!, row.links.organization ?? []]));
  return places.map((ids) => [...new Set([...ids].flatMap((id) => byLocation.get(id) ?? []))]);
}

/** The program's id where it is one of an organization's programs. */
function programOf({ own, look }: Family, { assembly }: Pass): string | undefined {
  const named = own.links.program ?? [];
  for (const id of named) {
    if (!look.rowOf(keyOf('program', id)))
      assembly.tell({ code: 'dangling-link', field: 'program_id', value: id, action: 'left-out' }, own.place);
  }
  const found = named.filter((id) => look.rowOf(keyOf('program', id)));
  if (found.length > 1) {
    assembly.tell(
      {
        code: 'several-links',
        field: 'program_id',
        value: named.join(','),
        action: 'repaired',
        detail: `The first, ${found[0]}, was taken.`,
      },
      own.place,
    );
  }
  return found[0];
}
