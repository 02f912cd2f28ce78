import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { Crosswalk, type ForeignTerm, mapSourceTerms } from '../../core/taxonomy/crosswalk.ts';
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'data/crosswalks');
const REAL = join(ROOT, '../shared/data/hsds');
const taxonomy = parseTaxonomy(
  JSON.parse(readFileSync(join(ROOT, 'data/taxonomy/whole-child.json'), 'utf8')),
);
const files = readdirSync(FOLDER).sort();
const crosswalks = files.map((file) => Crosswalk.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))));

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(join(REAL, file), 'utf8'), { columns: true, bom: true, relax_quotes: true });
}

function shareMapped(services: readonly (readonly ForeignTerm[])[]): number {
  const mapped = services.filter((terms) => mapSourceTerms(crosswalks, terms).terms.length > 0);
  return mapped.length / services.length;
}

describe('the crosswalks', () => {
  files.forEach((file, index) => {
    it(`${file} leads to terms that exist`, () => {
      for (const id of crosswalks[index]!.terms.flatMap((term) => term.to)) {
        expect(taxonomy.get(id), id).to.not.equal(undefined);
      }
    });
  });

  it('say the same of Open Eligibility as the taxonomy does', () => {
    const byCode = crosswalks[files.indexOf('open-eligibility-2.json')]!;
    const theirs = byCode.terms.filter((term) => term.to.length > 0).map(({ code, to }) => [code, ...to]);
    const ours = taxonomy.terms.flatMap((term) => term.openEligibility.map((code) => [code, term.id]));
    expect(theirs).to.have.deep.members(ours);
  });

  it('map an Open Eligibility code without a name that anyone knows', () => {
    const term = { taxonomy: 'Open Eligibility 2.0', code: '1216', name: 'Prueba' };
    expect(mapSourceTerms(crosswalks, [term]).terms).to.deep.equal(['vision-exams']);
  });

  it('map at least nine in ten services of the DC inventory that say what they are', function () {
    if (!existsSync(join(REAL, 'dc_cri_2023'))) this.skip();
    const terms = new Map(
      rowsOf('dc_cri_2023/taxonomy_terms.csv').map((row) => [row.taxonomy_recordid, row]),
    );
    const services = rowsOf('dc_cri_2023/services.csv')
      .map((row) => row.service_taxonomy!.split(',').flatMap((id) => (terms.has(id) ? [terms.get(id)!] : [])))
      .filter((rows) => rows.some((row) => row.taxonomy === '629864383953331'))
      .map((rows) => rows.map((row) => ({ taxonomy: row.taxonomy, name: row.taxonomy_name! })));
    expect(services.length).to.be.greaterThan(1000);
    expect(shareMapped(services)).to.be.at.least(0.9);
  });

  it('map at least nine in ten services of the Ohana sample by their keywords', function () {
    if (!existsSync(join(REAL, 'ohana_sample'))) this.skip();
    const services = rowsOf('ohana_sample/services.csv')
      .map((row) => row.keywords!.split(', ').filter((name) => name !== ''))
      .filter((names) => names.length > 0)
      .map((names) => names.map((name) => ({ name })));
    expect(shareMapped(services)).to.be.at.least(0.9);
  });

  it('map the one service of the Ohana sample that has codes', function () {
    if (!existsSync(join(REAL, 'ohana_sample'))) this.skip();
    const codes = ['105', '108', '108-05', '108-05-01', '111', '111-05'];
    const { terms, unmapped } = mapSourceTerms(
      crosswalks,
      codes.map((code) => ({ code, name: code })),
    );
    expect(terms).to.include.members(['benefits-forms-help', 'interpreting-translation']);
    expect(unmapped).to.deep.equal([]);
  });
});
