import { expect } from 'chai';
import fc from 'fast-check';
import { csvRow } from '../../../core/csv/csv-row.ts';
import { fullLocation } from '../../../core/hsds/compose-location.ts';
import { fullOrganization } from '../../../core/hsds/compose-organization.ts';
import { fullService } from '../../../core/hsds/compose-service.ts';
import { fullServiceAtLocation } from '../../../core/hsds/compose-service-at-location.ts';
import type { HsdsObject } from '../../../core/hsds/hsds-object.ts';
import { type HsdsRow, recordRows } from '../../../core/hsds/record-rows.ts';
import { TABLE_FILES, type TableName } from '../../../core/hsds/tables.ts';
import { createVocabulary } from '../../../core/hsds/vocabulary.ts';
import { CsvSplitter } from '../../../core/imports/csv-splitter.ts';
import { flattenRecord } from '../../../core/imports/flatten-record.ts';
import type { SourceRow } from '../../../core/imports/source-row.ts';
import { createSourceReader } from '../../../server/imports/to-source-rows.ts';
import { smallTaxonomy } from '../directory/records.ts';
import { nameUuid } from './name-uuid.ts';
import { oddLink, oddLocation, oddOrganization, oddService } from './odd-contents.ts';

const vocabulary = createVocabulary(nameUuid, smallTaxonomy);

describe('A whole record as rows of tables', () => {
  it('is read from CSV as it is read from JSON, whatever it holds', () => {
    fc.assert(
      fc.property(
        oddOrganization,
        oddService,
        oddLocation,
        oddLink,
        (organization, service, location, link) => {
          const place = fullServiceAtLocation(nameUuid, { ...link, serviceId: service.id }, {});
          const records: [TableName & ('organization' | 'location' | 'service'), HsdsObject][] = [
            ['organization', fullOrganization(nameUuid, organization, [], [])],
            ['location', fullLocation(nameUuid, location)],
            ['service', fullService(nameUuid, vocabulary, { service }, [place])],
          ];
          const fromTables = readTables(records.flatMap(([table, record]) => recordRows(table, record)));
          const fromJson = records.flatMap(([table, record]) => flattenRecord(record, table));
          expect(byTable(fromTables)).to.deep.equal(byTable(fromJson));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps beside the tables of HSDS what they do not take', () => {
    const tables = (table: TableName, record: HsdsObject) =>
      recordRows(table, record).map((row) => row.table);
    const term = { id: 't', name: 'Food' };
    expect(
      tables('service', {
        id: 's',
        capacities: [{ id: 'c' }],
        incomplete_capacities: [{ id: 'd' }],
        attributes: [
          { id: 'a', taxonomy_term_id: 't', taxonomy_term: term },
          { id: 'b', label: 'ein' },
        ],
        service_at_locations: [{ id: 'p', capacities: [{ id: 'e' }], location: { id: 'l' } }],
        organization: { id: 'o' },
      }),
    ).to.deep.equal([
      'service',
      'service_capacity',
      'other_capacity',
      'attribute',
      'taxonomy_term',
      'other_attribute',
      'service_at_location',
      'other_capacity',
    ]);
  });
});

/** What an importer reads from the rows, each table a file of its own. */
function readTables(rows: readonly HsdsRow[]): SourceRow[] {
  return Object.entries(TABLE_FILES).flatMap(([table, { file, columns }]) => {
    const lines = rows.filter((row) => row.table === table);
    const splitter = new CsvSplitter();
    const text = [
      csvRow(columns.map(({ name }) => name)),
      ...lines.map(({ cells }) => csvRow(columns.map(({ name }) => cells[name]))),
    ].join('');
    const [head, ...records] = [...splitter.push(text), ...splitter.end()];
    const reader = createSourceReader(file);
    const tell = () => (note: { code: string }) => expect.fail(`${file}: ${note.code}`);
    reader.take({ kind: 'header', cells: head!.cells, line: 1 }, tell);
    return records.flatMap(({ cells, line }) =>
      reader.take({ kind: 'row', cells, line, notes: [] }, tell).map(({ source }) => source),
    );
  });
}

/** What rows say, by table and id, those that are shared once; an empty cell says nothing. */
function byTable(rows: readonly SourceRow[]): Record<string, unknown[]> {
  const said: Record<string, Map<string, unknown>> = {};
  for (const { table, fields, extra } of rows) {
    const told = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
    said[table] ??= new Map();
    said[table].set(JSON.stringify([told.id, told.link_id]), { told, extra });
  }
  return Object.fromEntries(
    Object.entries(said)
      .sort()
      .map(([table, records]) => [table, [...records].sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
}
