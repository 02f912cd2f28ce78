import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { benchAccess } from '../../../scripts/bench/access/access.ts';

const reference = fileURLToPath(new URL('../../../../shared/reference/bench/small/', import.meta.url));
const whenThere = existsSync(reference) ? it : it.skip;

describe('The benchmark of access', function () {
  this.timeout(60_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-access-'));
  });

  after(() => rm(folder, { recursive: true }));

  async function run(...args: string[]): Promise<Record<string, unknown>> {
    const lines: Record<string, unknown>[] = [];
    await benchAccess({ root: '', args, print: (line) => lines.push(line) });
    expect(lines).to.have.length(1);
    return lines[0]!;
  }

  whenThere(
    'writes the access of the reference in ../shared, run after run, with any number of threads',
    async () => {
      const files = await Promise.all(
        ['1', '2'].map(async (threads) => {
          const out = join(folder, `access-${threads}.csv`);
          const line = await run(reference, '--threads', threads, '--runs', '2', '--alone', '--out', out);
          expect(line).to.include({ requests: 7_459, services: 500, without: 1_110 });
          return readFile(out, 'utf8');
        }),
      );
      expect(files[0]).to.equal(files[1]);
      const [found, wanted] = [
        rowsOf(files[0]!),
        rowsOf(await readFile(join(reference, 'e2sfca.csv'), 'utf8')),
      ];
      expect(found).to.have.length(wanted.length);
      wanted.forEach(([request, access], i) => {
        expect(found[i]![0]).to.equal(request);
        expect(found[i]![1]).to.be.closeTo(access!, 1e-9 * access!);
      });
    },
  );

  it('says what is missing or cannot be asked', async () => {
    const refusal = (...args: string[]) =>
      run(...args).then(
        () => 'done',
        (error: Error) => error.message,
      );
    expect(await refusal()).to.match(/which folder/);
    expect(await refusal(folder, '--method', 'raam')).to.match(/method must be e2sfca/);
    expect(await refusal(folder, '--method', '2sfca')).to.match(/2sfca has one step/);
    expect(await refusal(folder, '--step', '5')).to.match(/a step is km:weight/);
    expect(await refusal(folder, '--step', '5:1,5:.5')).to.match(/must end beyond the one before/);
  });
});

const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
