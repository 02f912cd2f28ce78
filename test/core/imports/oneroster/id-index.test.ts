import { expect } from 'chai';
import fc from 'fast-check';
import { IdIndex } from '../../../../core/imports/oneroster/id-index.ts';

describe('IdIndex', () => {
  it('numbers ids as a Map does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 200 }), (ids) => {
        const [index, map] = [new IdIndex(), new Map<string, number>()];
        for (const id of ids) {
          if (!map.has(id)) map.set(id, map.size);
          expect(index.add(id)).to.equal(map.get(id));
        }
        for (const id of [...ids, 'somebody else']) expect(index.get(id)).to.equal(map.get(id) ?? -1);
        expect(index.size).to.equal(map.size);
      }),
    );
  });

  it('tells a hundred thousand ids apart that differ in a digit', () => {
    const index = new IdIndex();
    for (let n = 0; n < 100_000; n += 1) index.add(`student-${n}`);
    expect([index.size, index.get('student-99999'), index.get('student-100000')]).to.deep.equal([
      100_000, 99_999, -1,
    ]);
  });
});
