import { expect } from 'chai';
import fc from 'fast-check';
import { type Manifest, manifestFaults, readManifest } from '../../../../core/imports/oneroster/manifest.ts';

const HEADER = ['propertyName', 'value'];
const read = (...rows: [string, string][]) => readManifest([HEADER, ['oneroster.version', '1.2'], ...rows]);
const faults = (rows: [string, string][], files: string[]) =>
  manifestFaults(read(...rows) as Manifest, files);

describe('The manifest of a roster', () => {
  it('tells the version and of each file whether it is whole, changes, or absent, in whatever case', () => {
    const manifest = read(
      ['FILE.users', ' Bulk '],
      ['file.orgs', 'delta'],
      ['source.systemName', 'X'],
    ) as Manifest;
    expect([manifest.version, ...manifest.modes]).to.deep.equal([
      '1.2',
      ['users', 'bulk'],
      ['orgs', 'delta'],
    ]);
  });

  it('is refused where the version or the word for a file is none that is known', () => {
    expect(readManifest([HEADER])).to.match(/does not say which version/);
    expect(readManifest([['oneroster.version', '2.0']])).to.match(/says OneRoster 2.0/);
    expect(read(['file.users', 'some'])).to.match(/"some" of users.csv/);
  });

  it('names each file about which it and the files disagree', () => {
    const rows: [string, string][] = [
      ['file.users', 'bulk'],
      ['file.orgs', 'absent'],
      ['file.results', 'delta'],
    ];
    expect(faults(rows, ['users', 'orgs', 'demographics'])).to.deep.equal([
      'orgs.csv is there, and the manifest says it is absent.',
      'results.csv is missing, and the manifest says it is there (delta).',
      'demographics.csv is there, and the manifest says nothing of it.',
    ]);
    expect(faults([['file.users', 'absent']], [])).to.have.length(1);
    expect(faults([['file.users', 'bulk']], ['users', 'notes'])).to.deep.equal([]);
  });

  it('never fails, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 3 })), fc.array(fc.string()), (rows, files) => {
        const manifest = readManifest([['oneroster.version', '1.1'], ...rows]);
        if (typeof manifest === 'string') expect(manifest).to.not.equal('');
        else expect(manifestFaults(manifest, files)).to.be.an('array');
      }),
    );
  });
});
