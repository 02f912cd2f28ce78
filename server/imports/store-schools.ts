import { findingOf, type RowNote, type RowPlace } from '../../core/imports/finding.ts';
import {
  type JoinedSchool,
  joinedRegion,
  joinSchool,
  type SchoolRow,
  schoolOf,
} from '../../core/imports/nces/join-school.ts';
import { isWanted } from '../../core/imports/nces/school-region.ts';
import type { PartialRecord } from './directory-store.ts';
import type { Counter } from './import-result.ts';
import type { SchoolsImport } from './import-schools.ts';
import { recordId } from './record-id.ts';
import { countedAs, type ReadFiles } from './stage-schools.ts';
import type { StagedDocument } from './staging.ts';

const BATCH = 500;

type Joined = JoinedSchool<StagedDocument>;

const saidIn = ({ row }: StagedDocument): SchoolRow => row.value as SchoolRow;

/** Puts the rows of each school together and writes the schools that are open and wanted. Memory holds one batch. */
export async function storeSchools(run: SchoolsImport, files: ReadFiles, counter: Counter): Promise<void> {
  const judge = createJudge(run, files, counter);
  const total = await run.staging.count('school');
  let batch: Joined[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    const records = await withoutUnknown(run, batch, judge);
    batch = [];
    counter.upserted('schools', await run.store.mergeMany('schools', records));
    run.signal?.throwIfAborted();
    await run.onProgress?.({ step: 'storing', done, total });
  };
  for await (const rows of bySchool(run.staging.ordered('school'))) {
    done += rows.length;
    const joined = joinSchool(rows, saidIn);
    if (await judge.takes(joined)) batch.push(joined);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  await judge.end();
}

async function* bySchool(rows: AsyncIterable<StagedDocument>): AsyncGenerator<StagedDocument[]> {
  let same: StagedDocument[] = [];
  for await (const row of rows) {
    if (same[0] && same[0].key !== row.key) {
      yield same;
      same = [];
    }
    same.push(row);
  }
  if (same.length > 0) yield same;
}

/** Says of each school whether it is stored, tells why not, and at the end what is true of many at once. */
function createJudge(run: SchoolsImport, files: ReadFiles, counter: Counter) {
  const tell = (note: RowNote, place: RowPlace) => run.findings.add(findingOf(note, place));
  const many = new Map<string, { note: RowNote; file: string; n: number }>();
  const tellOfMany = (note: RowNote, { file }: RowPlace): void => {
    const known = many.get(`${note.code} ${note.value} ${file}`) ?? { note, file, n: 0 };
    many.set(`${note.code} ${note.value} ${file}`, { ...known, n: known.n + 1 });
  };
  const refuse = async (note: RowNote, row: StagedDocument): Promise<false> => {
    counter.refused(countedAs(saidIn(row).file));
    await tell(note, row.row.place);
    return false;
  };
  return {
    unknown(row: StagedDocument) {
      tellOfMany({ code: 'unknown-school', action: 'left-out' }, row.row.place);
      return false;
    },
    async takes(joined: Joined): Promise<boolean> {
      const { main, places, members, spare } = joined;
      const { place, id = '' } = main.row;
      if (files.hasDirectory && (main === places || main === members)) return this.unknown(main);
      if (isWanted(joinedRegion(joined, saidIn), run.only ?? {}) !== 'yes') {
        files.unwanted += 1;
        return false;
      }
      for (const { row, code } of spare) {
        const action = code === 'duplicate-id' ? 'refused' : 'left-out';
        await refuse({ code, field: 'id', value: id, action }, row);
      }
      if (saidIn(main).closed)
        return refuse({ code: 'school-closed', field: 'id', value: id, action: 'refused' }, main);
      if (files.hasPlaces && !places && main !== members)
        await tell({ code: 'point-missing', field: 'latitude', value: id, action: 'kept' }, place);
      if (members && members !== main && saidIn(members).year < saidIn(main).year)
        tellOfMany({ code: 'older-count', value: saidIn(members).year, action: 'kept' }, members.row.place);
      return true;
    },
    async end() {
      for (const { note, file, n } of many.values())
        await tell({ ...note, detail: `Schools: ${n}.` }, { file, line: 0 });
      if (files.unwanted > 0)
        await tell(
          { code: 'not-asked-for', action: 'left-out', value: String(files.unwanted) },
          { file: run.filename ?? '', line: 0 },
        );
    },
  };
}

/** Students are counted for schools that are there; a count alone makes none. */
async function withoutUnknown(
  run: SchoolsImport,
  batch: readonly Joined[],
  judge: { unknown(row: StagedDocument): boolean },
): Promise<PartialRecord[]> {
  const records = batch.map((joined) => ({ joined, record: toRecord(joined, run) }));
  const counts = records.filter(({ joined: { main, members } }) => main === members);
  const known = await run.store.existing(
    'schools',
    counts.map(({ record }) => record.id),
  );
  return records
    .filter(
      ({ joined: { main, members }, record }) =>
        main !== members || known.has(record.id) || judge.unknown(main),
    )
    .map(({ record }) => record);
}

function toRecord(joined: Joined, { source, district }: SchoolsImport): PartialRecord {
  const ref = { system: source, id: saidIn(joined.main).sourceId };
  return {
    id: recordId('school', ref),
    said: { source: ref, districtId: district.id, ...schoolOf(joined, saidIn) },
    otherwise: { demo: false },
  };
}
