import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { benchCandidates } from '../../../scripts/bench/candidates/candidates.ts';
import { benchGenerate } from '../../../scripts/bench/candidates/generate.ts';

const reference = fileURLToPath(new URL('../../../../shared/reference/bench/', import.meta.url));
const whenThere = existsSync(reference) ? describe : describe.skip;

describe('The benchmark of candidates', function () {
  this.timeout(60_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-candidates-'));
  });

  after(() => rm(folder, { recursive: true }));

  async function run(bench: typeof benchCandidates, ...args: string[]): Promise<Record<string, unknown>> {
    const lines: Record<string, unknown>[] = [];
    await bench({ root: '', args, print: (line) => lines.push(line) });
    expect(lines).to.have.length(1);
    return lines[0]!;
  }

  function candidatesIn(place: string): Promise<string> {
    return readFile(join(place, 'candidates.csv'), 'utf8');
  }

  whenThere('on the reference beside the project, in ../shared', () => {
    for (const [size, edges, sum] of [
      ['tiny', 353, 3022.47473970959],
      ['small', 54_148, 463616.513706297],
    ] as const) {
      it(`writes the lists of ${size}, every rank and kilometre`, async () => {
        const out = join(folder, size);
        const line = await run(
          benchCandidates,
          join(reference, size),
          '--out',
          out,
          '--runs',
          '2',
          '--alone',
        );
        expect(line).to.include({ edges, threads: 2, runs: 2 });
        expect(line.sum_km).to.be.closeTo(sum, 1e-8);
        const expected = await candidatesIn(join(reference, size));
        const withoutScore = expected.replace(/,[^,\n]*$/gm, '');
        expect((await candidatesIn(out)) === withoutScore).to.equal(true);
      });
    }
  });

  it('generates the same instance twice, and finds in it what generating found, with any number of threads', async () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const { edges, requests } = await run(benchGenerate, '2000', '200', first);
    await run(benchGenerate, '2000', '200', second);
    for (const file of ['students.csv', 'services.csv', 'requests.csv', 'candidates.csv', 'meta.json'])
      expect(await readFile(join(first, file), 'utf8')).to.equal(await readFile(join(second, file), 'utf8'));
    const generated = (await candidatesIn(first)).replace(/,[^,\n]*$/gm, '');
    for (const threads of ['1', '2', '3']) {
      const out = join(folder, `threads-${threads}`);
      const line = await run(
        benchCandidates,
        first,
        '--threads',
        threads,
        '--out',
        out,
        '--runs',
        '1',
        '--alone',
      );
      expect(line).to.include({ edges, requests });
      expect((await candidatesIn(out)) === generated, threads).to.equal(true);
    }
  });

  it('says what is missing', async () => {
    const refusal = (...args: string[]) =>
      run(benchCandidates, ...args).then(
        () => 'done',
        (error: Error) => error.message,
      );
    expect(await refusal()).to.match(/which folder/);
    expect(await refusal(folder, '--threads', '0')).to.match(/threads must be a whole number from 1/);
  });
});
