import { isDirectoryKind } from '../../core/imports/directory-kinds.ts';
import { type ImportMapping, isMappedKind, mappingCrosswalk } from '../../core/imports/import-mapping.ts';
import type { JobProgress } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { addCredits } from '../directory/credit-store.ts';
import { rebuildOffers } from '../directory/rebuild-offers.ts';
import { settleImported } from '../duplicates/settle-imported.ts';
import { importRoster } from '../rosters/import-roster.ts';
import { readDistrict } from '../settings/district-store.ts';
import { createStudentPeople } from '../students/student-people.ts';
import { createAreaStore } from './area-store.ts';
import { type ChangeListener, createDirectoryStore, type DirectoryStore } from './directory-store.ts';
import { createFindingSink } from './finding-store.ts';
import { importAreas } from './import-areas.ts';
import { importHsds } from './import-hsds.ts';
import type { ImportParams } from './import-params.ts';
import type { ImportResult } from './import-result.ts';
import { importSchools } from './import-schools.ts';
import { importStudents } from './import-students.ts';
import { SCHOOL_LIMITS } from './input-limits.ts';
import { InputRefused } from './input-refused.ts';
import { readMapping } from './mappings/mapping-store.ts';
import { createMarkingStore } from './marking-store.ts';
import { createMongoStaging } from './mongo-staging.ts';
import { createSchoolPreview } from './preview-schools.ts';
import { createPreviewStore } from './preview-store.ts';
import { seenRecords } from './seen-records.ts';
import type { Staging } from './staging.ts';

export interface FileImport {
  importId: string;
  params: ImportParams;
  path: string;
  onProgress(progress: JobProgress): Promise<void>;
  signal: AbortSignal;
}

/** Imports one file, zip or folder of whichever kind, with everything that the installation knows. */
export async function importFile(deps: Deps, file: FileImport): Promise<ImportResult> {
  const { db, rules } = deps;
  const { importId, params, path, onProgress, signal } = file;
  const run = {
    importId,
    input: path,
    filename: params.filename,
    source: params.source,
    findings: await createFindingSink(db, importId),
    store: createDirectoryStore(db, params.keepIds),
    onProgress,
    signal,
  };
  const staging = createMongoStaging(db, importId);
  const district = (await readDistrict(db)) ?? undefined;
  const mapping = await mappingOf(db, params);
  const { columns } = mapping;
  if (isDirectoryKind(params.kind)) {
    const rebuild: Rebuild = (serviceIds) => rebuildOffers({ db, taxonomy: rules.taxonomy }, serviceIds);
    const { taxonomy, eligibility, crosswalks } = rules;
    const table = params.kind === 'directory-table' ? mapping : undefined;
    const own = table ? [mappingCrosswalk(table)] : [];
    const words = { taxonomy, eligibility, crosswalks: [...own, ...crosswalks] };
    const imported = await importHsds({
      ...run,
      ...words,
      staging,
      district,
      keepIds: params.keepIds,
      table,
      isOsm: params.kind === 'osm',
      store: directoryStore(deps, file, staging, rebuild),
      ...(!params.dryRun && {
        rebuildOffers: rebuild,
        keepCredits: (credits: Iterable<string>) => addCredits(db, credits),
      }),
    });
    if (!params.dryRun) await settleImported({ db, taxonomy: rules.taxonomy, clock: deps.clock });
    return imported;
  }
  if (params.kind === 'areas') {
    const { source, filename } = params;
    const store = await createAreaStore(db, { set: importId, source, filename });
    return importAreas({ ...run, staging, store, columns, bounds: district?.bounds });
  }
  if (!district) throw new InputRefused('no-district', NO_DISTRICT);
  if (params.kind === 'schools') {
    const seen = seenRecords(db, staging, { source: params.source, importId });
    const store = params.dryRun ? createSchoolPreview(db, seen) : run.store;
    const { only } = params;
    return importSchools({ ...run, staging, store, district, columns, only, limits: SCHOOL_LIMITS });
  }
  const people = createStudentPeople(deps);
  const onChanges = recordChanges(deps, importId);
  if (params.kind === 'oneroster') {
    const { dryRun = false, addSchools = false, letLeave = false } = params;
    const { taxonomy, eligibility } = rules;
    const at = deps.clock().toISOString();
    const asked = { dryRun, addSchools, letLeave, at };
    return importRoster({ ...run, ...asked, db, district, taxonomy, eligibility, people, onChanges });
  }
  return importStudents({
    ...run,
    staging,
    district,
    columns,
    people,
    taxonomy: rules.taxonomy,
    eligibility: rules.eligibility,
    onChanges,
  });
}

/** What is said with the import; without a word of columns what is remembered of the source. */
async function mappingOf(db: Deps['db'], params: ImportParams): Promise<Partial<ImportMapping>> {
  const { kind, source, columns, everyRow } = params;
  if (!isMappedKind(kind) || columns || everyRow)
    return { ...(columns && { columns }), ...(everyRow && { everyRow }) };
  return (await readMapping(db, kind, source)) ?? {};
}

type Rebuild = (serviceIds: readonly string[]) => Promise<unknown>;

/** The store that a directory is told to: it compares, writes, or writes and marks what is missing. */
function directoryStore(
  { db }: Deps,
  { importId, params: { dryRun, keepIds, missing, source } }: FileImport,
  staging: Staging,
  rebuild: Rebuild,
): DirectoryStore {
  const seen = seenRecords(db, staging, { source, importId });
  if (dryRun) return createPreviewStore(db, seen);
  const real = createDirectoryStore(db, keepIds);
  return missing === 'mark' ? createMarkingStore(db, real, { seen, importId }, rebuild) : real;
}

/** An entry for each batch of students: written down before they are, so that no change is without. */
function recordChanges({ audit }: Deps, importId: string): ChangeListener {
  return ({ added, changed }) =>
    audit.record({
      action: 'system.import',
      account: null,
      on: { kind: 'import', id: importId },
      why: 'import',
      studentIds: [...added, ...changed.flatMap(({ studentIds }) => studentIds)],
      fieldsOfMany: changed,
      counts: {
        added: added.length,
        changed: changed.reduce((sum, { studentIds }) => sum + studentIds.length, 0),
      },
    });
}

const NO_DISTRICT =
  'There is no district yet, so schools and students have nowhere to belong. Set one up first: npm run trellis -- district --name "…" --bounds=west,south,east,north';
