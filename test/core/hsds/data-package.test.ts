import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { dataPackage } from '../../../core/hsds/data-package.ts';

const REFERENCE = new URL('../../../../shared/reference/hsds/3.1-dev/datapackage.json', import.meta.url);

interface Package {
  filter: object;
  resources: { name: string; path: string; schema: { fields: { name: string; type: string }[] } }[];
}

const ours = dataPackage({ terms: 'food-pantry' }) as Package;

describe('What the package of tables says of itself', () => {
  it('has the filter, and names every file and column once', () => {
    expect(ours.filter).to.deep.equal({ terms: 'food-pantry' });
    const paths = ours.resources.map(({ path }) => path);
    expect(new Set(paths).size).to.equal(paths.length);
    for (const { path, schema } of ours.resources) {
      const names = schema.fields.map(({ name }) => name);
      expect(new Set(names).size, path).to.equal(names.length);
      expect(names[0]).to.equal('id');
    }
  });

  it('has the tables of HSDS 3.1 with all their columns, as numbers where HSDS has numbers', function () {
    if (!existsSync(REFERENCE)) this.skip();
    const hsds: Package = JSON.parse(readFileSync(REFERENCE, 'utf8'));
    const tables = new Map(ours.resources.map((resource) => [resource.name, resource]));
    for (const { name, path, schema } of hsds.resources.filter((table) => !UNUSED.has(table.name))) {
      const table = tables.get(name);
      expect(table?.path, name).to.equal(path);
      const types = new Map(table?.schema.fields.map((field) => [field.name, field.type]));
      for (const field of schema.fields) {
        expect(types.has(field.name), `${name}.${field.name}`).to.equal(true);
        const isNumber = types.get(field.name) === 'number';
        expect(isNumber, `${name}.${field.name}`).to.equal(field.type === 'number');
      }
    }
  });
});

/** Tables of HSDS that nothing here fills: what they could say comes as attributes. */
const UNUSED = new Set(['meta_table_description', 'organization_identifier', 'url']);
