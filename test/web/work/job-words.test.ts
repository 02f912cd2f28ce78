import { expect } from 'chai';
import type { JobView } from '../../../core/jobs/job.ts';
import { outcomeWords, paceWords, stepWords } from '../../../web/parts/work/job-words.ts';
import { wording } from './wording.ts';

const { t, say } = wording('en');
const startedAt = '2026-01-05T10:00:00.000Z';

function job(change: Partial<JobView>): JobView {
  return {
    id: '1',
    kind: 'match',
    number: 1,
    status: 'running',
    params: {},
    progress: { step: 'matching', done: 0 },
    createdAt: startedAt,
    startedAt,
    ...change,
  };
}

describe('The words of a job', () => {
  it('counts what is done of all there is', () => {
    const progress = { step: 'matching', done: 1200, total: 2400 };
    expect(stepWords({ progress }, t)).to.equal('Matching students: 1,200 of 2,400');
    expect(stepWords({ progress: { step: 'reading', done: 7 } }, t)).to.equal('Reading: 7');
    expect(stepWords({ progress: { step: 'waiting', done: 0 } }, t)).to.equal('Waiting for its turn');
  });

  it('says something plain for a step that it does not know', () => {
    expect(stepWords({ progress: { step: 'frobnicating', done: 0 } }, t)).to.equal('Working');
  });

  it('gives rate and time left once they can be told', () => {
    const progress = { step: 'matching', done: 500, total: 2000 };
    expect(paceWords(job({ progress }), Date.parse(startedAt) + 10_000, t, say)).to.equal(
      '50 a second, about 30 seconds left',
    );
    const slow = { step: 'matching', done: 5, total: 20 };
    expect(paceWords(job({ progress: slow }), Date.parse(startedAt) + 60_000, t, say)).to.equal(
      '5 a minute, about 3 minutes left',
    );
    expect(paceWords(job({}), Date.parse(startedAt), t, say)).to.equal('');
  });

  it('says what came of it', () => {
    const result = { needs: 1200, needsMatched: 1100 };
    expect(outcomeWords(job({ status: 'complete', result }), t)).to.equal(
      'Done: 1,100 of 1,200 needs have a match.',
    );
    expect(outcomeWords(job({ status: 'failed', error: 'The file broke off.' }), t)).to.equal(
      'The file broke off.',
    );
    expect(outcomeWords(job({ status: 'cancelled' }), t)).to.match(/^Cancelled/);
  });
});
