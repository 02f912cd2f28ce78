import { expect } from 'chai';
import { type EndedJob, leftOver } from '../../../core/jobs/left-over.ts';

function job(number: number, kind: EndedJob['kind'], more: Partial<EndedJob> = {}): EndedJob {
  return { id: `job-${number}`, kind, number, status: 'complete', params: {}, ...more };
}
const roster = (number: number, findings: number, source = 'roster') =>
  job(number, 'import', { params: { kind: 'students', source }, result: { findings } });
const idsOf = (jobs: readonly EndedJob[]) => jobs.map(({ id }) => id);

describe('What is left of work that has ended', () => {
  it('is what failed, until the same work ends well', () => {
    const failed = job(1, 'match', { status: 'failed' });
    expect(idsOf(leftOver([failed, job(2, 'gaps')]).failed)).to.deep.equal(['job-1']);
    expect(leftOver([job(2, 'match'), failed]).failed, 'in whatever order').to.deep.equal([]);
    expect(idsOf(leftOver([failed, job(3, 'match', { status: 'failed' })]).failed)).to.deep.equal(['job-3']);
  });

  it('is an import with findings, until the same source comes without any', () => {
    const { withFindings } = leftOver([roster(1, 4), roster(2, 2, 'other'), roster(3, 0, 'third')]);
    expect(idsOf(withFindings)).to.deep.equal(['job-2', 'job-1']);
    expect(leftOver([roster(1, 4), roster(2, 0)]).withFindings).to.deep.equal([]);
  });

  it('is never a dry run with findings, and no dry run stands for an import', () => {
    const params = { kind: 'hsds', source: 'county' };
    const tried = job(2, 'import', { params: { ...params, dryRun: true }, result: { findings: 3 } });
    const failed = job(1, 'import', { params, status: 'failed' });
    const left = leftOver([failed, tried]);
    expect([idsOf(left.failed), idsOf(left.withFindings)]).to.deep.equal([['job-1'], []]);
  });

  it('is not told twice: an import that failed has no findings to look at', () => {
    const failed = job(2, 'import', { params: { kind: 'students', source: 'roster' }, status: 'failed' });
    const left = leftOver([roster(1, 4), failed]);
    expect([idsOf(left.failed), idsOf(left.withFindings)]).to.deep.equal([['job-2'], []]);
  });
});
