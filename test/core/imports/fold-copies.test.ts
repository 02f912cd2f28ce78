import { expect } from 'chai';
import type { PlacedRow } from '../../../core/imports/family.ts';
import { foldCopy } from '../../../core/imports/fold-copies.ts';

const row = (value: object, embedded: boolean): PlacedRow => ({
  table: 'location',
  id: '1',
  parents: [],
  links: {},
  value,
  attributes: [],
  place: { file: 'f', line: 1 },
  embedded,
});

describe('foldCopy', () => {
  it('lets the first of two rows count, and tells whether they differ', () => {
    const folded = foldCopy(row({ name: 'A' }, false), row({ name: 'B' }, false));
    expect([folded.row.value, folded.difference]).to.deep.equal([{ name: 'A' }, 'conflict']);
    expect(foldCopy(row({ name: 'A' }, false), row({ name: 'A' }, false)).difference).to.equal('none');
  });

  it('lets a copy inside another record fill in what is missing, whichever came first', () => {
    const full = row({ name: 'A', description: 'x' }, false);
    const nested = row({ name: 'A', pointQuality: 'exact', point: 1 }, true);
    const expected = { name: 'A', description: 'x', pointQuality: 'exact', point: 1 };
    expect(foldCopy(full, nested).row.value).to.deep.equal(expected);
    expect(foldCopy(nested, full).row.value).to.deep.equal(expected);
  });

  it('does not let "not said" hide what the other says', () => {
    const silent = row({ pointQuality: 'missing', eligibility: { unknown: [] } }, false);
    const telling = row({ pointQuality: 'exact', eligibility: { minimumAge: 5, unknown: [] } }, true);
    expect(foldCopy(silent, telling).row.value).to.deep.equal({
      pointQuality: 'exact',
      eligibility: { minimumAge: 5, unknown: [] },
    });
  });

  it('tells where a copy inside another record contradicts what counts', () => {
    const folded = foldCopy(row({ name: 'A' }, false), row({ name: 'Other', description: 'x' }, true));
    expect([folded.row.value, folded.difference]).to.deep.equal([
      { name: 'A', description: 'x' },
      'conflict',
    ]);
  });
});
