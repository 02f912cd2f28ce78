import { expect } from 'chai';
import { unmetCsv } from '../../../core/unmet/unmet-csv.ts';
import { unmetQuery } from '../../../web/parts/unmet/unmet-query.ts';

describe('The ledger of what was not found', () => {
  it('stands in the address, and leaves out what is usual', () => {
    const read = (text: string) => unmetQuery.parse(new URLSearchParams(text));
    const asked = { year: 2025, source: 'survey', by: 'term', down: false } as const;
    expect(unmetQuery.format(asked).toString()).to.equal('year=2025&source=survey&by=term&order=up');
    expect(read('year=2025&source=survey&by=term&order=up')).to.deep.equal(asked);
    expect(read('year=soon&source=x&by=y')).to.deep.equal({
      year: null,
      source: null,
      by: 'times',
      down: true,
    });
    expect(unmetQuery.format(read('')).toString()).to.equal('');
  });

  it('is taken along with the names that one reads, and no cell runs as a formula', () => {
    const entry = { source: 'search', term: 'food', from: '2026-09', to: '2026-10', times: 12 } as const;
    const csv = unmetCsv(
      [
        { ...entry, where: 'school', schoolId: 's1' },
        { ...entry, where: 'several' },
      ],
      { term: () => 'Food', school: () => '=North' },
    );
    expect(csv.split('\r\n')).to.deep.equal([
      'term,name,where,school,source,from,to,times',
      "food,Food,school,'=North,search,2026-09,2026-10,12",
      'food,Food,several,,search,2026-09,2026-10,12',
      '',
    ]);
  });
});
