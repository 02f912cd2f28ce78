import { expect } from 'chai';
import { retentionCsv } from '../../../core/retention/retention-csv.ts';

describe('What was deleted, as CSV', () => {
  it('has a row for each kind of each clearing, with what is not known left empty', () => {
    const whole = {
      id: 'b',
      startedAt: '2031-06-02T03:47:00.000Z',
      finishedAt: '2031-06-02T03:47:01.000Z',
      items: [
        { kind: 'uploads' as const, days: 2, deleted: 3, oldest: '2031-05-30T10:00:00.000Z' },
        { kind: 'sessions' as const, days: 0, deleted: 0 },
      ],
    };
    const brokenOff = {
      id: 'a',
      startedAt: '2031-06-01T03:47:00.000Z',
      items: [{ kind: 'imports' as const, days: 1095, deleted: 1 }],
    };
    expect(retentionCsv([whole, brokenOff]).split('\r\n')).to.deep.equal([
      'started,finished,kind,days,deleted,oldest',
      '2031-06-02T03:47:00.000Z,2031-06-02T03:47:01.000Z,uploads,2,3,2031-05-30T10:00:00.000Z',
      '2031-06-02T03:47:00.000Z,2031-06-02T03:47:01.000Z,sessions,0,0,',
      '2031-06-01T03:47:00.000Z,,imports,1095,1,',
      '',
    ]);
  });

  it('has its head alone before the first clearing', () => {
    expect(retentionCsv([])).to.equal('started,finished,kind,days,deleted,oldest\r\n');
  });
});
