import { expect } from 'chai';
import { importErrors } from '../../../web/parts/work/import-check.ts';

const file = { name: 'county-211.zip', size: 10 };

describe('A planned import', () => {
  it('is right with a name and a file that can be read', () => {
    expect(importErrors('County 211', file)).to.deep.equal({});
    expect(importErrors('Condado Peña', { ...file, name: 'A.GeoJSON' })).to.deep.equal({});
  });

  it('wants both', () => {
    expect(importErrors('  ', null)).to.deep.equal({
      source: 'imports.sourceMissing',
      file: 'imports.fileMissing',
    });
  });

  it('refuses what the server would refuse, before it is sent', () => {
    expect(importErrors('../etc', file).source).to.equal('imports.sourceWrong');
    expect(importErrors('x'.repeat(101), file).source).to.equal('imports.sourceWrong');
    expect(importErrors('SIS', { ...file, name: 'list.xlsx' }).file).to.equal('imports.fileWrong');
    expect(importErrors('SIS', { ...file, size: 0 }).file).to.equal('imports.fileEmpty');
  });
});
