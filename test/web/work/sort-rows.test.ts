import { expect } from 'chai';
import { nextSort, sortRows } from '../../../web/parts/work/sort-rows.ts';

describe('Sorting a table', () => {
  const rows = [
    { name: 'b', n: 2 },
    { name: 'A', n: null },
    { name: 'c', n: 10 },
  ];

  it('sorts figures as figures and keeps the unknown last both ways', () => {
    expect(sortRows(rows, (row) => row.n, false, 'en').map((row) => row.n)).to.deep.equal([2, 10, null]);
    expect(sortRows(rows, (row) => row.n, true, 'en').map((row) => row.n)).to.deep.equal([10, 2, null]);
  });

  it('sorts names as people do: case aside, numbers by value', () => {
    const names = [{ name: 'School 10' }, { name: 'school 9' }, { name: 'Ábaco' }];
    expect(sortRows(names, (row) => row.name, false, 'es').map((row) => row.name)).to.deep.equal([
      'Ábaco',
      'school 9',
      'School 10',
    ]);
  });

  it('leaves the given rows alone', () => {
    sortRows(rows, (row) => row.name, true, 'en');
    expect(rows[0]?.name).to.equal('b');
  });

  it('turns round on the same column and starts another in its own direction', () => {
    expect(nextSort({ by: 'name', descending: false }, 'name', false)).to.deep.equal({
      by: 'name',
      descending: true,
    });
    expect(nextSort<'name' | 'n'>({ by: 'name', descending: true }, 'n', true)).to.deep.equal({
      by: 'n',
      descending: true,
    });
  });
});
