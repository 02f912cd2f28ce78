import { expect } from 'chai';
import { QUALITY_RULES, qualityRule } from '../../../core/quality/all-quality-rules.ts';
import { mendPath } from '../../../core/quality/mend-path.ts';
import { qualityLine } from '../../../core/quality/quality-csv.ts';
import { qualityTable } from '../../../core/quality/quality-table-csv.ts';
import type { QualityRow } from '../../../core/quality/quality-view.ts';

const row: QualityRow = {
  kind: 'service',
  id: 's',
  name: 'Tutors, and more',
  source: 'county',
  found: '=1+1',
  mended: false,
};

describe('files about quality', () => {
  it('tell each record with the page on which it is put right, and no formula', () => {
    const line = qualityLine(qualityRule('bad-web')!, row);
    expect(line).to.equal(`bad-web,service,s,"Tutors, and more",county,'=1+1,/verify/service/s\r\n`);
  });

  it('tell of a source only what rules looked at there, also where they found nothing', () => {
    const records = { organization: 0, service: 0, location: 3 };
    const sources = [{ source: 'county', records, found: { 'no-point': 2 } }];
    const lines = qualityTable(sources, ({ sentence }) => sentence.en)
      .trim()
      .split('\r\n');
    expect(lines).to.include('county,points,no-point,Is not on the map,2,3');
    expect(lines).to.include('county,points,far-point,Lies far from all other places of the directory,0,3');
    expect(lines.filter((line) => line.includes('no-hours'))).to.deep.equal([]);
  });

  it('lead from a doubtful point to the pin, and from what is not ours to change to the record', () => {
    const place = { kind: 'location', id: 'p' } as const;
    expect(mendPath(qualityRule('far-point')!, place)).to.equal('/verify/pin/p');
    expect(mendPath(qualityRule('unused-place')!, place)).to.equal('/locations/p');
  });

  it('lead to a page of Trellis for every rule and kind', () => {
    for (const rule of QUALITY_RULES)
      for (const kind of rule.kinds)
        expect(mendPath(rule, { ...row, kind })).to.match(/^\/(verify|services|organizations|locations)\//);
  });
});
