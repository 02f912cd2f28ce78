import { concealedFinding, type Finding } from '../../../core/imports/finding.ts';
import type { FindingCode } from '../../../core/imports/finding-codes.ts';
import { contentHash } from '../../../server/imports/content-hash.ts';
import type { DirectoryStore } from '../../../server/imports/directory-store.ts';
import type { FindingSink } from '../../../server/imports/finding-store.ts';
import type { StagedDocument, Staging } from '../../../server/imports/staging.ts';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKeys } from '../../../server/sealing/new-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import type { KnownPerson, StudentPeople } from '../../../server/students/student-people.ts';

/** The plain twin of the staging collection: everything in one list, looked through from the start. */
export function memoryStaging(): Staging & { documents: StagedDocument[] } {
  const documents: StagedDocument[] = [];
  const own = ['organization', 'service', 'location', 'service_at_location', 'language_record', 'void'];
  const byN = (list: StagedDocument[]) => [...list].sort((a, b) => a.n - b.n);
  const ofTable = (table: string) => documents.filter(({ key }) => key?.startsWith(`${table}:`));
  const among = (values: readonly string[], has: (document: StagedDocument) => string[]) => {
    const asked = new Set(values);
    return new Set(documents.flatMap(has).filter((value) => asked.has(value)));
  };
  return {
    documents,
    async clear() {
      documents.length = 0;
    },
    async add(more) {
      // What goes through a database comes back without undefined and without shared parts.
      documents.push(...more.map((document) => JSON.parse(JSON.stringify(document)) as StagedDocument));
    },
    async *ordered(table) {
      yield* ofTable(table).sort((a, b) => (a.key! < b.key! ? -1 : a.key! > b.key! ? 1 : a.n - b.n));
    },
    async *parts() {
      yield* byN(documents.filter(({ table }) => !own.includes(table)));
    },
    async withKeys(keys) {
      const asked = new Set(keys);
      return byN(documents.filter(({ key }) => key !== undefined && asked.has(key)));
    },
    async withParents(parents, after = 0) {
      const asked = new Set(parents);
      return byN(
        documents.filter(({ n, parents: own }) => n > after && own.some((parent) => asked.has(parent))),
      );
    },
    existingKeys: async (keys) => among(keys, ({ key }) => (key === undefined ? [] : [key])),
    existingParents: async (parents) => among(parents, (document) => document.parents),
    async sharedPoints(minimum) {
      const groups = new Map<string, Set<string>>();
      for (const { pointKey, key } of ofTable('location')) {
        if (pointKey) groups.set(pointKey, (groups.get(pointKey) ?? new Set()).add(key!));
      }
      return [...groups]
        .filter(([, keys]) => keys.size >= minimum)
        .map(([pointKey, keys]) => ({ pointKey, keys: [...keys] }));
    },
    count: async (table) => ofTable(table).length,
  };
}

type Stored = Record<string, unknown> & { id: string };

export function memoryDirectory(): DirectoryStore & { collections: Map<string, Map<string, Stored>> } {
  const collections = new Map<string, Map<string, Stored>>();
  const of = (name: string): Map<string, Stored> => {
    if (!collections.has(name)) collections.set(name, new Map());
    return collections.get(name)!;
  };
  type Told = { id: string; content: Record<string, unknown>; compared?: object | undefined };
  const count = (name: string, records: readonly Told[]) => {
    const result = { added: 0, changed: 0, unchanged: 0, changedIds: [] as string[] };
    for (const { id, content, compared } of records) {
      const stored = of(name).get(id);
      const hash = contentHash(compared ?? content);
      if (stored?.contentHash === hash) result.unchanged += 1;
      else {
        if (stored) result.changedIds.push(id);
        result[stored ? 'changed' : 'added'] += 1;
        of(name).set(id, { ...content, id, contentHash: hash });
      }
    }
    return result;
  };
  return {
    collections,
    upsertMany: async (name, records) =>
      count(
        name,
        records.map((record) => ({ id: record.id, content: { ...record } })),
      ),
    mergeMany: async (name, records) =>
      count(
        name,
        records.map(({ id, said, compared = said }) => {
          return { id, content: { ...of(name).get(id), ...said }, compared };
        }),
      ),
    existing: async (name, ids) => new Set(ids.filter((id) => of(name).has(id))),
    servicesOf: async ({ locationIds = [], organizationIds = [] }) => [
      ...[...of('services_at_locations').values()]
        .filter(({ locationId }) => locationIds.includes(String(locationId)))
        .map(({ serviceId }) => String(serviceId)),
      ...[...of('services').values()]
        .filter(({ organizationId }) => organizationIds.includes(String(organizationId)))
        .map(({ id }) => id),
    ],
    schools: async () =>
      [...of('schools').values()].map((school) => ({
        id: school.id,
        sourceId: (school.source as { id: string }).id,
        name: String(school.name),
      })),
  };
}

/** People as an import asks of them, over the students of a directory in memory. */
export function memoryPeople(
  { collections }: ReturnType<typeof memoryDirectory>,
  forgotten: readonly string[] = [],
): StudentPeople {
  return {
    sealing,
    known: async (ids) => {
      const there = ids.flatMap((id) => collections.get('students')?.get(id) ?? []);
      return new Map(there.map((student) => [student.id, student as unknown as KnownPerson]));
    },
    numbered: async () => new Map(),
    seen: async () => undefined,
    forgotten: async (marks) =>
      new Set(marks.flatMap(({ localId }, at) => (forgotten.includes(localId) ? [at] : []))),
  };
}

const sealing = createSealing(parseKeyRing(newKeys(), 'DATA_KEYS'));

export function memoryFindings(): FindingSink & { items: Finding[] } {
  const items: Finding[] = [];
  const byCode: Partial<Record<FindingCode, number>> = {};
  return {
    items,
    byCode,
    async add(finding) {
      items.push(finding);
      byCode[finding.code] = (byCode[finding.code] ?? 0) + 1;
    },
    async flush() {},
    async conceal(places) {
      for (const [at, finding] of items.entries())
        if (places.some(({ file, line }) => file === finding.file && line === finding.line))
          items[at] = concealedFinding(finding);
    },
    get total() {
      return items.length;
    },
  };
}
