import { expect } from 'chai';
import { jobPace } from '../../../web/parts/work/job-pace.ts';

const startedAt = '2026-01-05T10:00:00.000Z';
const at = (seconds: number) => Date.parse(startedAt) + seconds * 1000;

describe('The pace of a job', () => {
  it('gives the rate and the time left', () => {
    const pace = jobPace({ startedAt, progress: { step: 'students', done: 500, total: 2000 } }, at(10));
    expect(pace).to.deep.equal({ share: 0.25, perSecond: 50, secondsLeft: 30 });
  });

  it('says no rate before the first second or the first piece', () => {
    expect(jobPace({ startedAt, progress: { step: 'students', done: 5, total: 10 } }, at(0.5))).to.deep.equal(
      {
        share: 0.5,
      },
    );
    expect(jobPace({ startedAt, progress: { step: 'students', done: 0, total: 10 } }, at(9))).to.deep.equal({
      share: 0,
    });
  });

  it('knows no share without a total, and no time left at the end', () => {
    expect(jobPace({ startedAt, progress: { step: 'reading', done: 30 } }, at(10))).to.deep.equal({
      perSecond: 3,
    });
    expect(jobPace({ startedAt, progress: { step: 'x', done: 10, total: 10 } }, at(5))).to.not.have.property(
      'secondsLeft',
    );
  });

  it('is whole when there is nothing to do', () => {
    expect(jobPace({ progress: { step: 'students', done: 0, total: 0 } }, 0).share).to.equal(1);
  });
});
